package org.tierline.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.tierline.cases.SiteTime;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.customers.Companies;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.WorkingTime;

import org.springframework.stereotype.Component;

/** Takes one step of an alert: queues its notices and says when the next one is due. */
@Component
class StepTaking {

	/** While the customer owes an answer nobody is pressed. */
	private static final Duration HOLD = Duration.ofMinutes(5);

	private final NoticeRows notices;

	private final NoticeText text;

	private final Companies companies;

	StepTaking(NoticeRows notices, NoticeText text, Companies companies) {
		this.notices = notices;
		this.text = text;
		this.companies = companies;
	}

	void take(StepRows.Step step, SupportCase supportCase, KnownAudience audience, Instant now, StepsTaken taken) {
		if (waitsForCustomer(step, supportCase)) {
			taken.dueAt(step.alert(), step.no(), now.plus(HOLD));
		}
		else if (waitsForRelease(step, supportCase)) {
			taken.waitsForRelease(step.alert());
		}
		else {
			tell(step, supportCase, audience.of(step.recipient(), supportCase), now, taken);
		}
	}

	/** Its clock stands and goes on later with the same deadline. */
	private static boolean waitsForCustomer(StepRows.Step step, SupportCase supportCase) {
		return supportCase.status() == Status.WAITING_FOR_CUSTOMER && !"response".equals(step.target());
	}

	/** In Tier 3 progress reports replace the resolution target. */
	private static boolean waitsForRelease(StepRows.Step step, SupportCase supportCase) {
		return supportCase.status() == Status.WAITING_FOR_PATCH && "resolution".equals(step.target());
	}

	private void tell(StepRows.Step step, SupportCase supportCase, Audience.Found found, Instant now,
			StepsTaken taken) {
		Optional<StepRows.Next> next = Optional.ofNullable(step.next());
		if (found.nobody() != null) {
			taken.skipped(step, found.nobody());
			next.ifPresent((follower) -> follow(step, follower, now, now, taken));
			return;
		}
		Instant nextAt = next.map((follower) -> after(follower.delay(), step, supportCase, now)).orElse(null);
		NoticeText.Written written = this.text.write(step, supportCase, next.orElse(null), nextAt);
		found.addresses().forEach((address) -> this.notices.queue(step, address, written, now));
		taken.told(step, found.words());
		next.ifPresent((follower) -> follow(step, follower, nextAt, now, taken));
	}

	/** A warning goes no further once its deadline has passed: the breach has a chain. */
	private static void follow(StepRows.Step step, StepRows.Next next, Instant at, Instant now, StepsTaken taken) {
		boolean passed = step.level() == Level.WARNED && !step.deadline().isAfter(now);
		if (passed && !next.delay().isZero()) {
			taken.overtaken(step.alert());
		}
		else {
			taken.dueAt(step.alert(), next.no(), at);
		}
	}

	/** Delays count as the clock does, so that nobody is pressed at night (F7). */
	private Instant after(Duration delay, StepRows.Step step, SupportCase supportCase, Instant now) {
		return delay.isZero() ? now : time(step, supportCase).due(now, delay);
	}

	private WorkingTime time(StepRows.Step step, SupportCase supportCase) {
		return (step.calendar() == CalendarKind.ALWAYS) ? WorkingTime.always()
				: SiteTime.of(this.companies.get(supportCase.companyId()).site());
	}

}
