package org.tierline.cases;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.tierline.sla.Target;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the tables; a page of cases costs as many queries as one case. */
@Component
class JdbcCases implements Cases {

	private final CaseRows rows;

	private final Clocks clocks;

	private final Escalations escalations;

	private final Resolutions resolutions;

	private final Conversation conversation;

	private final Timeline timeline;

	private final Ledgers ledgers;

	private final Clock clock;

	JdbcCases(CaseRows rows, Clocks clocks, Escalations escalations, Resolutions resolutions, Conversation conversation,
			Timeline timeline, Ledgers ledgers, Clock clock) {
		this.rows = rows;
		this.clocks = clocks;
		this.escalations = escalations;
		this.resolutions = resolutions;
		this.conversation = conversation;
		this.timeline = timeline;
		this.ledgers = ledgers;
		this.clock = clock;
	}

	@Override
	public Optional<SupportCase> find(CaseNumber number) {
		return this.rows.find(number);
	}

	@Override
	public SupportCase get(CaseNumber number) {
		return find(number).orElseThrow(() -> new NoSuchCase(number));
	}

	@Override
	public List<SupportCase> all(Collection<CaseNumber> numbers) {
		return this.rows.all(numbers);
	}

	@Override
	public SupportCase lock(CaseNumber number) {
		return this.rows.lock(number).orElseThrow(() -> new NoSuchCase(number));
	}

	@Override
	public List<SupportCase> lock(Collection<CaseNumber> numbers) {
		return this.rows.lock(numbers);
	}

	@Override
	public CaseFile file(CaseNumber number) {
		return files(List.of(get(number))).get(0);
	}

	@Override
	public List<CaseFile> files(Collection<CaseNumber> numbers) {
		return files(this.rows.all(numbers));
	}

	@Override
	public List<CaseFile> list(CaseFilter filter, CaseNumber after, int limit) {
		return files((filter.query() != null) ? this.rows.search(filter, after, limit)
				: this.rows.list(filter, after, limit));
	}

	@Override
	public Optional<String> companyOf(String email) {
		return this.rows.companyOf(email);
	}

	@Override
	public List<Message> messages(CaseNumber number) {
		return this.conversation.of(get(number).number());
	}

	@Override
	public List<Message> messages(CaseNumber number, Long before, int limit) {
		return this.conversation.newest(number, (before != null) ? before : Long.MAX_VALUE, limit);
	}

	/** Read at one moment: a sum of rows that move meanwhile would not add up. */
	@Override
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public List<ClockLedger> clocks(CaseNumber number) {
		return this.ledgers.of(get(number), this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
	}

	@Override
	public List<TimelineEntry> timeline(CaseNumber number) {
		return this.timeline.of(get(number).number());
	}

	@Override
	public List<TimelineEntry> timeline(CaseNumber number, int limit) {
		return this.timeline.newest(number, limit);
	}

	@Override
	public String version(CaseNumber number) {
		return this.rows.version(number).orElseThrow(() -> new NoSuchCase(number));
	}

	private List<CaseFile> files(List<SupportCase> cases) {
		List<CaseNumber> numbers = cases.stream().map(SupportCase::number).toList();
		Map<CaseNumber, Map<Target, ClockReading>> readings = this.clocks.readings(numbers, this.clock.instant());
		Map<CaseNumber, List<Escalation>> climbed = this.escalations.of(numbers);
		Map<CaseNumber, Resolution> solved = this.resolutions.of(numbers);
		return cases.stream()
			.map((one) -> new CaseFile(one, readings.getOrDefault(one.number(), Map.of()),
					climbed.getOrDefault(one.number(), List.of()), solved.get(one.number())))
			.toList();
	}

}
