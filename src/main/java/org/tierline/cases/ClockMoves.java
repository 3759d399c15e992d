package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

import org.springframework.stereotype.Component;

import org.tierline.sla.TargetClock;
import org.tierline.sla.WorkingTime;

/** Moves the clocks of a case and keeps in the ledger what they did until then. */
@Component
class ClockMoves {

	private final ClockRows rows;

	private final SiteTime siteTime;

	ClockMoves(ClockRows rows, SiteTime siteTime) {
		this.rows = rows;
		this.siteTime = siteTime;
	}

	/**
	 * @param reason why a clock stands that is paused by this
	 */
	void all(SupportCase supportCase, Instant now, String reason,
			BiFunction<TargetClock, WorkingTime, TargetClock> move) {
		CaseTime times = this.siteTime.of(supportCase);
		for (ClockRows.Row row : this.rows.of(supportCase.number())) {
			WorkingTime time = times.of(row.clock().calendar());
			keep(row, move.apply(row.clock(), time), time, now, reason);
		}
	}

	/**
	 * @param time in which the clock has run until now
	 */
	void keep(ClockRows.Row row, TargetClock after, WorkingTime time, Instant now, String reason) {
		TargetClock before = row.clock();
		if (after.equals(before)) {
			return;
		}
		Duration used = before.used();
		if (before.isRunning() && !before.runningSince().equals(after.runningSince())) {
			Duration working = time.between(before.runningSince(), now);
			this.rows.ran(row, before.runningSince(), now, working);
			used = used.plus(working);
		}
		if (before.isPaused() && !after.isPaused()) {
			this.rows.stood(row, before.pausedSince(), now);
		}
		boolean fromNothing = after.used().compareTo(used) < 0;
		this.rows.update(row, after, fromNothing ? row.period() + 1 : row.period(), pausedWhy(row, after, reason));
	}

	private static String pausedWhy(ClockRows.Row row, TargetClock after, String reason) {
		if (!after.isPaused()) {
			return null;
		}
		return row.clock().isPaused() ? row.pausedWhy() : reason;
	}

}
