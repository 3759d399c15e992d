package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** When something happens next in a case if nobody touches it. */
@Component
class Agenda {

	private final CaseRows cases;

	private final ClockRows clocks;

	private final Alarms alarms;

	private final Questions questions;

	private final Resolutions resolutions;

	Agenda(CaseRows cases, ClockRows clocks, Alarms alarms, Questions questions, Resolutions resolutions) {
		this.cases = cases;
		this.clocks = clocks;
		this.alarms = alarms;
		this.questions = questions;
		this.resolutions = resolutions;
	}

	/** Reads what it needs of all cases at once, if this transaction holds them. */
	Map<CaseNumber, Deadlines> of(Collection<CaseNumber> numbers) {
		this.clocks.learn(numbers);
		Map<CaseNumber, Instant> reminders = this.questions.remindAt(numbers);
		return numbers.stream()
			.map(this::get)
			.collect(Collectors.toMap(SupportCase::number,
					(one) -> of(one, Optional.ofNullable(reminders.get(one.number())))));
	}

	private Deadlines of(SupportCase supportCase, Optional<Instant> reminder) {
		return new Deadlines(next(supportCase, reminder).orElse(null),
				this.alarms.escalationDue(supportCase).orElse(null), confirmation(supportCase).orElse(null),
				earliestTarget(supportCase.number()).orElse(null));
	}

	Optional<Instant> next(CaseNumber number) {
		return next(get(number), this.questions.open(number).map(Questions.Question::remindAt));
	}

	private Optional<Instant> next(SupportCase supportCase, Optional<Instant> reminder) {
		return Stream.of(this.alarms.next(supportCase), reminder).flatMap(Optional::stream).min(Instant::compareTo);
	}

	Optional<Instant> resolutionDue(CaseNumber number) {
		return this.alarms.escalationDue(get(number));
	}

	/** Only a resolved case waits for a confirmation. */
	private Optional<Instant> confirmation(SupportCase supportCase) {
		return (supportCase.status() == Status.RESOLVED) ? this.resolutions.confirmBy(supportCase.number())
				: Optional.empty();
	}

	/** Also one that was missed. */
	Optional<Instant> earliestTarget(CaseNumber number) {
		return this.clocks.of(number)
			.stream()
			.map(ClockRows.Row::clock)
			.filter((clock) -> clock.metAt() == null)
			.map((clock) -> clock.dueAt())
			.filter(Objects::nonNull)
			.min(Instant::compareTo);
	}

	private SupportCase get(CaseNumber number) {
		return this.cases.find(number).orElseThrow(() -> new NoSuchCase(number));
	}

}
