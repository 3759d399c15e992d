package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** How a case ends without a solution: withdrawn, or served in another case. */
@Component
class Mergers {

	private final CaseLocks cases;

	private final CaseRows rows;

	private final KnownCompanies companies;

	private final Clocks clocks;

	private final Conversation conversation;

	private final Participants participants;

	private final LetterTexts texts;

	private final Timeline timeline;

	private final WrittenLetters letters;

	private final Clock clock;

	Mergers(CaseLocks cases, CaseRows rows, KnownCompanies companies, Clocks clocks, Conversation conversation,
			Participants participants, LetterTexts texts, Timeline timeline, WrittenLetters letters, Clock clock) {
		this.cases = cases;
		this.rows = rows;
		this.companies = companies;
		this.clocks = clocks;
		this.conversation = conversation;
		this.participants = participants;
		this.texts = texts;
		this.timeline = timeline;
		this.letters = letters;
		this.clock = clock;
	}

	void withdraw(CaseNumber number, String who, String why) {
		over(number, "status = 'withdrawn'", What.WITHDRAWN, who, why);
	}

	void merge(CaseNumber number, CaseNumber into, String who) {
		checkMerger(number, into);
		SupportCase merged = this.cases.get(number);
		this.letters.tell(number, Occasion.MERGED, this.texts.text(Occasion.MERGED,
				new CaseFile(merged, Map.of(), List.of(), null), Map.of("survivor", into.value())));
		over(number, "status = 'merged', merged_into = " + into.id(), What.MERGED, who, "into " + into);
		this.participants.of(number).forEach((one) -> this.participants.join(into, one.email(), one.name()));
		this.timeline.add(into, this.clock.instant(), What.MERGED, who, number + " was merged into this case");
		this.conversation.note(into, this.clock.instant(), who, mergerNote(merged));
	}

	/** For the technicians of the survivor. */
	private static String mergerNote(SupportCase merged) {
		return "%s of %s (%s) was merged into this case: %s%n%n%s".formatted(merged.number(), merged.company(),
				merged.contact().name(), merged.subject(), merged.details());
	}

	void checkMerger(CaseNumber number, CaseNumber into) {
		if (number.equals(into)) {
			throw new StateForbids("Case " + number + " cannot be merged into itself");
		}
		SupportCase merged = this.cases.lock(number, CaseLocks.WORKED_ON);
		SupportCase survivor = this.cases.lock(into, CaseLocks.WORKED_ON);
		if (merged.companyId() != survivor.companyId() && bothKnown(merged, survivor)) {
			throw new StateForbids(
					"Cases " + number + " and " + into + " are of two companies: neither may see the other's");
		}
	}

	/** A company that nobody has verified may be another name of the same customer. */
	private boolean bothKnown(SupportCase one, SupportCase other) {
		return Stream.of(one, other).allMatch((each) -> this.companies.get(each.companyId()).verifiedAt() != null);
	}

	private void over(CaseNumber number, String status, What what, String who, String why) {
		SupportCase supportCase = this.cases.lock(number, CaseLocks.WORKED_ON);
		Instant now = this.clock.instant();
		this.rows.set(number, status + ", assignee = null");
		this.clocks.end(supportCase, now);
		this.timeline.add(number, now, what, who, why);
	}

}
