package org.tierline.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.springframework.stereotype.Component;

import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

/** Moves the clocks of a case and keeps in the ledger what they did until then. */
@Component
class ClockMoves {

	private final ClockRows rows;

	private final ClockWrites writes;

	private final SiteTime siteTime;

	ClockMoves(ClockRows rows, ClockWrites writes, SiteTime siteTime) {
		this.rows = rows;
		this.writes = writes;
		this.siteTime = siteTime;
	}

	/** What the clocks of a case would be after a move; nothing moves. */
	List<TargetClock> imagine(SupportCase supportCase, BiFunction<TargetClock, WorkingTime, TargetClock> move) {
		CaseTime times = this.siteTime.of(supportCase);
		return this.rows.of(supportCase.number())
			.stream()
			.map(ClockRows.Row::clock)
			.map((clock) -> move.apply(clock, times.of(clock.calendar())))
			.toList();
	}

	/**
	 * @param reason why a clock stands that is paused by this
	 */
	void all(SupportCase supportCase, Instant now, String reason,
			BiFunction<TargetClock, WorkingTime, TargetClock> move) {
		CaseTime times = this.siteTime.of(supportCase);
		List<ClockMove> moves = this.rows.of(supportCase.number()).stream().map((row) -> {
			WorkingTime time = times.of(row.clock().calendar());
			return ClockMove.of(row, move.apply(row.clock(), time), time, now, reason);
		}).flatMap(Optional::stream).toList();
		this.writes.move(moves);
	}

}
