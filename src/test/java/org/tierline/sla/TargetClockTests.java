package org.tierline.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TargetClockTests {

	private static final WorkingTime OFFICE = WorkingTimeTests.office("UTC", null, Set.of());

	private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

	private final TargetClock clock = TargetClock.start(Target.RESOLUTION, CalendarKind.SITE, Duration.ofHours(8),
			OFFICE, MONDAY);

	@Test
	void itWarnsAtThreeQuartersOfTheWorkingTime() {
		assertThat(this.clock.warnAt()).isEqualTo("2026-11-23T16:00:00Z");
		assertThat(this.clock.dueAt()).isEqualTo("2026-11-24T10:00:00Z");
	}

	@Test
	void aDueInstantIsAWholeMillisecondAndNeverEarlier() {
		TargetClock odd = TargetClock.start(Target.RESPONSE, CalendarKind.ALWAYS, Duration.ofNanos(1_500_000),
				WorkingTime.always(), MONDAY);
		assertThat(odd.dueAt()).isEqualTo(MONDAY.plusMillis(2));
	}

	/** F9: a pause over a weekend is counted by the clock's own calendar. */
	@Test
	void pausedTimeIsNotCountedAndUsedTimeIsKept() {
		TargetClock paused = this.clock.pause(OFFICE, at("2026-11-23T12:00:00Z"));
		assertThat(paused.remaining()).isEqualTo(Duration.ofHours(6));
		assertThat(paused.dueAt()).isNull();
		TargetClock resumed = paused.resume(OFFICE, at("2026-11-30T09:00:00Z"));
		assertThat(resumed.dueAt()).isEqualTo("2026-11-30T15:00:00Z");
		assertThat(resumed.warnAt()).isEqualTo("2026-11-30T13:00:00Z");
	}

	/**
	 * F12, F18: overdue is found by comparing instants, nothing has to be saved for it.
	 */
	@Test
	void aBreachIsFoundWhenTheDueInstantHasPassed() {
		assertThat(this.clock.breachedAt(at("2026-11-24T09:59:59.999Z"))).isEmpty();
		assertThat(this.clock.breachedAt(at("2026-11-24T10:00:00Z"))).hasValue(at("2026-11-24T10:00:00Z"));
	}

	@Test
	void aTargetMetLateStaysBreached() {
		TargetClock late = this.clock.meet(OFFICE, at("2026-11-24T11:00:00Z"));
		assertThat(late.metAt()).isEqualTo("2026-11-24T11:00:00Z");
		assertThat(late.breachedAt(at("2026-12-01T11:00:00Z"))).hasValue(at("2026-11-24T10:00:00Z"));
		TargetClock inTime = this.clock.meet(OFFICE, at("2026-11-24T09:30:00Z"));
		assertThat(inTime.breachedAt(at("2026-12-01T11:00:00Z"))).isEmpty();
	}

	/** F10, F14: neither closed time nor the hour after reopening breaches. */
	@Test
	void reopenedItGoesOnFromWhatWasUsedWithAWorkingHoursGrace() {
		TargetClock met = this.clock.meet(OFFICE, at("2026-11-24T09:30:00Z"));
		TargetClock again = met.reopen(OFFICE, at("2026-12-01T16:30:00Z"));
		assertThat(again.used()).isEqualTo(Duration.ofMinutes(7 * 60 + 30));
		assertThat(again.dueAt()).isEqualTo("2026-12-02T09:30:00Z");
		assertThat(again.deadlineNo()).isEqualTo(2);
		assertThat(again.metAt()).isNull();
	}

	/** F8: a new promise carries over what was used before it. */
	@Test
	void aNewPromiseCarriesUsedTimeAndPauses() {
		TargetClock shorter = this.clock.repromise(CalendarKind.SITE, Duration.ofHours(4), OFFICE, OFFICE,
				at("2026-11-23T12:00:00Z"));
		assertThat(shorter.dueAt()).isEqualTo("2026-11-23T14:00:00Z");
		TargetClock paused = this.clock.pause(OFFICE, at("2026-11-23T12:00:00Z"))
			.repromise(CalendarKind.SITE, Duration.ofHours(4), OFFICE, OFFICE, at("2026-11-23T13:00:00Z"));
		assertThat(paused.isPaused()).isTrue();
		assertThat(paused.remaining()).isEqualTo(Duration.ofHours(2));
	}

	/** F28: what was breached and still is, is not breached once more. */
	@Test
	void aBreachThatANewPromiseDoesNotMendKeepsItsDeadline() {
		Instant late = at("2026-11-24T12:00:00Z");
		TargetClock still = this.clock.repromise(CalendarKind.SITE, Duration.ofHours(4), OFFICE, OFFICE, late);
		assertThat(still.deadlineNo()).isEqualTo(1);
		assertThat(still.breachedAt(late)).hasValue(at("2026-11-24T10:00:00Z"));
		TargetClock mended = this.clock.repromise(CalendarKind.SITE, Duration.ofHours(24), OFFICE, OFFICE, late);
		assertThat(mended.deadlineNo()).isEqualTo(2);
		assertThat(mended.breachedAt(late)).isEmpty();
	}

	/**
	 * F2, F3: the update clock waits for the first answer, and each answer starts it
	 * anew.
	 */
	@Test
	void theUpdateClockStartsWithAnAnswerAndAnewWithEach() {
		TargetClock dormant = TargetClock.dormant(Target.UPDATE, CalendarKind.SITE, Duration.ofHours(4), MONDAY);
		assertThat(dormant.isRunning()).isFalse();
		TargetClock first = dormant.restart(OFFICE, at("2026-11-23T11:00:00Z"));
		assertThat(first.dueAt()).isEqualTo("2026-11-23T15:00:00Z");
		assertThat(first.restart(OFFICE, at("2026-11-23T16:00:00Z")).dueAt()).isEqualTo("2026-11-24T12:00:00Z");
	}

	@Test
	void anEndedClockShowsNothingAndStaysEnded() {
		TargetClock ended = this.clock.end(OFFICE, at("2026-11-23T12:00:00Z"));
		assertThat(ended.isEndedUnmet()).isTrue();
		assertThat(ended.dueAt()).isNull();
		assertThat(ended.meet(OFFICE, at("2026-11-23T13:00:00Z"))).isEqualTo(ended);
		assertThat(ended.resume(OFFICE, at("2026-11-23T13:00:00Z"))).isEqualTo(ended);
	}

	private static Instant at(String instant) {
		return Instant.parse(instant);
	}

	/** F21: the search is bounded, and a case is opened all the same. */
	@Test
	void aSiteThatHardlyWorksStillGetsADeadline() {
		WorkingTime hardly = WorkingTime.of(new WorkingWeek(ZoneOffset.UTC,
				Map.of(DayOfWeek.MONDAY, List.of(new WorkingWeek.Interval(540, 541))), null, Set.of()));
		TargetClock never = TargetClock.start(Target.RESOLUTION, CalendarKind.SITE, Duration.ofHours(120), hardly,
				MONDAY);
		assertThat(never.dueAt()).isEqualTo(MONDAY.plus(WorkingTime.FARTHEST));
		assertThat(never.warnAt()).isEqualTo(never.dueAt());
	}

}
