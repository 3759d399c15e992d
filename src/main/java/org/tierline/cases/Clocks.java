package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.tierline.sla.SlaTargets;
import org.tierline.sla.Target;
import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

/**
 * The clocks of the cases: what happens to a case moves them, their rows keep every move.
 */
@Component
class Clocks {

	static final String FOR_CUSTOMER = "waiting for the customer";

	static final String FOR_RELEASE = "waiting for a release";

	private final ClockRows rows;

	private final ClockMoves moves;

	private final Promises promises;

	private final News news;

	Clocks(ClockRows rows, ClockMoves moves, Promises promises, News news) {
		this.rows = rows;
		this.moves = moves;
		this.promises = promises;
		this.news = news;
	}

	/** Reads the clocks of locked cases at once. */
	void learn(Collection<CaseNumber> numbers) {
		this.rows.learn(numbers);
	}

	/**
	 * Response and resolution run from the opening; the update clock waits for the first
	 * answer.
	 */
	void start(SupportCase supportCase, SlaTargets targets, Instant at) {
		this.promises.make(supportCase, targets, at);
	}

	/**
	 * A person answered: the response is met, the next update is due one target later.
	 */
	void answered(SupportCase supportCase, Instant now) {
		boolean withUs = supportCase.status() == Status.OPEN || supportCase.status() == Status.WAITING_FOR_PATCH;
		this.moves.all(supportCase, now, null, (clock, time) -> switch (clock.target()) {
			case RESPONSE -> clock.meet(time, now);
			case UPDATE -> withUs ? clock.restart(time, now) : clock;
			case RESOLUTION -> clock;
		});
	}

	/**
	 * A report that no person wrote: the next news are due one target later, and a
	 * response that is owed is owed all the same.
	 */
	void reported(SupportCase supportCase, Instant now) {
		this.moves.all(supportCase, now, null, (clock, time) -> reported(clock, time, now));
	}

	/** What the clocks would show then. */
	Map<Target, ClockReading> asReported(SupportCase supportCase, Instant now) {
		Map<Target, ClockReading> readings = new EnumMap<>(Target.class);
		this.moves.imagine(supportCase, (clock, time) -> reported(clock, time, now))
			.forEach((clock) -> readings.put(clock.target(), Readings.of(clock, now)));
		return readings;
	}

	private static TargetClock reported(TargetClock clock, WorkingTime time, Instant now) {
		return (clock.target() == Target.UPDATE && clock.isRunning()) ? clock.restart(time, now) : clock;
	}

	/**
	 * The customer owes an answer; a response that is still owed is owed all the same.
	 */
	void pause(SupportCase supportCase, Instant now) {
		this.moves.all(supportCase, now, FOR_CUSTOMER,
				(clock, time) -> (clock.target() != Target.RESPONSE) ? clock.pause(time, now) : clock);
	}

	/**
	 * The case is with us again; a customer who was told something waits for news from
	 * now on. An update clock that never stood goes on: nobody had news.
	 */
	void resume(SupportCase supportCase, Instant now) {
		boolean answered = this.news.last(supportCase.number()).isPresent();
		this.moves.all(supportCase, now, null, (clock, time) -> switch (clock.target()) {
			case RESPONSE -> clock;
			case UPDATE -> (answered && !clock.isRunning()) ? clock.restart(time, now) : clock;
			case RESOLUTION -> clock.resume(time, now);
		});
	}

	/** Tier 3: progress reports at the update target replace the resolution target. */
	void awaitRelease(SupportCase supportCase, Instant now) {
		this.moves.all(supportCase, now, FOR_RELEASE,
				(clock, time) -> (clock.target() == Target.RESOLUTION) ? clock.pause(time, now) : clock);
	}

	void solved(SupportCase supportCase, Instant now) {
		this.moves.all(supportCase, now, null,
				(clock, time) -> (clock.target() == Target.UPDATE) ? clock.rest(time, now) : clock.meet(time, now));
	}

	/** Withdrawn or merged: nothing is owed any more. */
	void end(SupportCase supportCase, Instant now) {
		this.moves.all(supportCase, now, null, (clock, time) -> clock.end(time, now));
	}

	/**
	 * Resolved or closed time is not counted (F10); no alarm within the first working
	 * hour (F14).
	 */
	void reopened(SupportCase supportCase, Instant now) {
		this.moves.all(supportCase, now, null, (clock, time) -> switch (clock.target()) {
			case RESPONSE -> clock;
			case UPDATE -> clock.restart(time, now);
			case RESOLUTION -> clock.reopen(time, now);
		});
	}

	/**
	 * Open clocks follow a new promise from then on.
	 * @return whether a deadline has moved
	 */
	boolean follow(SupportCase supportCase, SlaTargets targets, Instant at) {
		return !this.promises.follow(List.of(new Promises.Renewal(supportCase, targets)), at).isEmpty();
	}

	/** What each clock shows, by case. */
	Map<CaseNumber, Map<Target, ClockReading>> readings(Collection<CaseNumber> numbers, Instant now) {
		Map<CaseNumber, Map<Target, ClockReading>> readings = new HashMap<>();
		this.rows.of(numbers)
			.forEach((row) -> readings.computeIfAbsent(row.number(), (n) -> new EnumMap<>(Target.class))
				.put(row.clock().target(), Readings.of(row.clock(), now)));
		return readings;
	}

	Map<Target, ClockReading> readings(CaseNumber number, Instant now) {
		Map<Target, ClockReading> readings = new EnumMap<>(Target.class);
		this.rows.of(number).forEach((row) -> readings.put(row.clock().target(), Readings.of(row.clock(), now)));
		return readings;
	}

}
