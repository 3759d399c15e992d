package org.tierline.patches;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.What;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The ties as cases see them. */
@Component
class TiedCases implements CaseDefects {

	private final Ties ties;

	private final Casework casework;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	TiedCases(Ties ties, Casework casework, ApplicationEventPublisher events, Clock clock) {
		this.ties = ties;
		this.casework = casework;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public Optional<DefectNumber> of(CaseNumber number) {
		return this.ties.of(number);
	}

	@Override
	public Map<CaseNumber, DefectNumber> of(Collection<CaseNumber> numbers) {
		return this.ties.of(numbers);
	}

	@Override
	public void untie(CaseNumber number, String who, String reason) {
		this.ties.end(number, this.clock.instant(), who, reason).ifPresent((defect) -> {
			this.casework.note(number, What.DEFECT_UNLINKED, who, defect + ": " + reason);
			this.events.publishEvent(new CaseUntied(number, defect));
		});
	}

}
