package org.tierline.intake.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.ClockLedger;
import org.tierline.cases.ClockState;

/**
 * A clock with all that explains it: allowed = segments of the present period + ahead.
 */
@Schema(name = "Clock")
record ClockView(String target, ClockState state, String calendar,
		@Schema(type = "string", example = "PT24H") Duration promised,
		@Schema(type = "string", example = "PT24H") Duration allowed, Integer tableVersion, Instant dueAt,
		Instant warnAt, Instant metAt, Instant breachedAt,
		@Schema(type = "string", example = "PT3H") Duration remaining, int deadline, int period,
		List<ClockLedger.Segment> segments, List<TargetsController.Stretch> ahead, List<ClockLedger.Alarm> alarms) {

	static ClockView of(ClockLedger ledger) {
		var reading = ledger.reading();
		return new ClockView(reading.target().name().toLowerCase(Locale.ROOT), reading.state(),
				ledger.calendar().name().toLowerCase(Locale.ROOT), ledger.promised(), ledger.allowed(),
				ledger.tableVersion(), reading.dueAt(), reading.warnAt(), reading.metAt(), reading.breachedAt(),
				reading.remaining(), ledger.deadline(), ledger.period(), ledger.segments(),
				ledger.ahead().stream().map(TargetsController.Stretch::of).toList(), ledger.alarms());
	}

}
