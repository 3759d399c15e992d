package org.tierline.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.SupportCase;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Defects;
import org.tierline.patches.Pipeline;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the board of the pipeline together; every list of it is bounded. */
@Component
@Transactional(readOnly = true)
class PipelineDesk {

	static final int CARDS = 30;

	private static final int RELEASES = 40;

	private static final int IN_A_RELEASE = 100;

	private static final List<DefectState> COLUMNS = List.of(DefectState.RANKED, DefectState.IN_DEVELOPMENT,
			DefectState.IN_VERIFICATION, DefectState.FIXED);

	private static final int CASES = 50;

	private final Pipeline pipeline;

	private final Defects defects;

	private final Cases cases;

	private final Clock clock;

	PipelineDesk(Pipeline pipeline, Defects defects, Cases cases, Clock clock) {
		this.pipeline = pipeline;
		this.defects = defects;
		this.cases = cases;
		this.clock = clock;
	}

	PipelineView of(Pipeline.Filter filter, Me me) {
		Map<DefectState, Pipeline.Total> totals = this.pipeline.totals(filter);
		List<Pipeline.Coming> coming = this.pipeline.coming(RELEASES + 1);
		List<Pipeline.Coming> shown = coming.subList(0, Math.min(RELEASES, coming.size()));
		Map<String, List<Pipeline.Card>> planned = this.pipeline.planned(shown, IN_A_RELEASE);
		return new PipelineView(this.clock.instant(), me.mayPlan(), me.mayReport(),
				COLUMNS.stream().map((state) -> column(state, filter, totals)).toList(),
				shown.stream()
					.map((one) -> PipelineView.Release.of(one, planned.getOrDefault(one.name(), List.of())))
					.toList(),
				coming.size() > shown.size());
	}

	/** Those that are read first; the defect says how many there are. */
	List<DeskView.Line> waiting(DefectNumber number) {
		List<CaseNumber> waiting = this.pipeline.waiting(this.defects.get(number).number(), CASES);
		Map<CaseNumber, SupportCase> found = this.cases.all(waiting)
			.stream()
			.collect(Collectors.toMap(SupportCase::number, Function.identity()));
		return waiting.stream().map((one) -> DeskView.Line.of(found.get(one))).toList();
	}

	private PipelineView.Column column(DefectState state, Pipeline.Filter filter,
			Map<DefectState, Pipeline.Total> totals) {
		Pipeline.Total total = totals.getOrDefault(state, new Pipeline.Total(0, 0));
		PipelineView.Page page = (total.defects() > 0) ? more(state, filter, null)
				: new PipelineView.Page(List.of(), null);
		return new PipelineView.Column(state, total.defects(), total.slipping(), page.cards(), page.next());
	}

	PipelineView.Page more(DefectState state, Pipeline.Filter filter, DefectNumber after) {
		List<Pipeline.Card> found = this.pipeline.cards(state, filter, after, CARDS + 1);
		List<Pipeline.Card> cards = found.stream().limit(CARDS).toList();
		DefectNumber next = Stream.of(found)
			.filter((all) -> all.size() > CARDS)
			.map((all) -> all.get(CARDS - 1).number())
			.findFirst()
			.orElse(null);
		return new PipelineView.Page(cards, next);
	}

}
