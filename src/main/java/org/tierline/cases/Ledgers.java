package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tierline.cases.ClockLedger.Alarm;
import org.tierline.cases.ClockLedger.Segment;
import org.tierline.sla.TargetClock;

import org.springframework.stereotype.Component;

/** Puts together what the clocks of a case did, as they stand at one moment. */
@Component
class Ledgers {

	private final ClockRows rows;

	private final LedgerRows ledger;

	private final KnownCompanies companies;

	Ledgers(ClockRows rows, LedgerRows ledger, KnownCompanies companies) {
		this.rows = rows;
		this.ledger = ledger;
		this.companies = companies;
	}

	List<ClockLedger> of(SupportCase supportCase, Instant now) {
		Map<Long, List<LedgerRows.Past>> past = this.ledger.segments(supportCase.number());
		Map<Long, List<Alarm>> alarms = this.ledger.alarms(supportCase.number());
		SiteHistory sites = new SiteHistory(this.companies.formerSites(supportCase.companyId(), supportCase.openedAt()),
				this.companies.get(supportCase.companyId()).site());
		return this.rows.of(supportCase.number())
			.stream()
			.map((row) -> new Reckoning(row, sites, now).ledger(past.getOrDefault(row.id(), List.of()),
					alarms.getOrDefault(row.id(), List.of())))
			.toList();
	}

	/** Adds up one clock. */
	private record Reckoning(ClockRows.Row row, SiteHistory sites, Instant now) {

		ClockLedger ledger(List<LedgerRows.Past> past, List<Alarm> alarms) {
			TargetClock clock = clock();
			List<Segment> segments = segments(past);
			Worked ahead = clock.isRunning() ? Worked.of(this.sites, clock.calendar(), this.now, clock.dueAt())
					: Worked.NOTHING;
			Duration used = segments.stream()
				.filter((segment) -> segment.period() == this.row.period())
				.map(Segment::working)
				.reduce(Duration.ZERO, Duration::plus);
			Duration left = clock.isRunning() ? ahead.total() : clock.isPaused() ? clock.remaining() : null;
			return new ClockLedger(Readings.of(clock, this.now), clock.calendar(), this.sites.present().timeZone(),
					clock.promised(), clock.allowed(), used, left, this.row.tableVersion(), clock.deadlineNo(),
					this.row.period(), remark(used, left), calendars(segments), segments, ahead, alarms);
		}

		private TargetClock clock() {
			return this.row.clock();
		}

		private List<Segment> segments(List<LedgerRows.Past> past) {
			List<Segment> segments = new ArrayList<>(past.stream().map((one) -> one.with(worked(one))).toList());
			TargetClock clock = clock();
			if (clock.isRunning()) {
				Worked worked = Worked.of(this.sites, clock.calendar(), clock.runningSince(), this.now);
				segments.add(new Segment(this.row.period(), LedgerRows.RUNNING, clock.calendar(), clock.runningSince(),
						null, worked.total(), worked, null));
			}
			else if (clock.isPaused()) {
				segments.add(new Segment(this.row.period(), LedgerRows.PAUSED, clock.calendar(), clock.pausedSince(),
						null, Duration.ZERO, Worked.NOTHING, this.row.pausedWhy()));
			}
			return segments;
		}

		private Worked worked(LedgerRows.Past past) {
			return past.kind().equals(LedgerRows.RUNNING)
					? Worked.of(this.sites, past.calendar(), past.from(), past.to()) : Worked.NOTHING;
		}

		private List<ClockLedger.Calendar> calendars(List<Segment> segments) {
			CalendarsUsed used = new CalendarsUsed(this.sites);
			segments.stream()
				.filter((one) -> one.kind().equals(LedgerRows.RUNNING))
				.forEach((one) -> used.add(one.calendar(), one.from(), (one.to() != null) ? one.to() : this.now));
			if (clock().isRunning()) {
				used.add(clock().calendar(), this.now, clock().dueAt());
			}
			return used.all();
		}

		private String remark(Duration used, Duration left) {
			if (left == null || used.plus(left).equals(clock().allowed())) {
				return null;
			}
			if (used.compareTo(clock().allowed()) > 0) {
				return "more is used than is allowed";
			}
			return hasMoved() ? "the site was changed, the deadline follows within seconds"
					: "the site does not work that much within ten years";
		}

		/** Since the deadline was found: each change of a calendar finds it anew. */
		private boolean hasMoved() {
			return this.sites.former().stream().anyMatch((one) -> one.until().isAfter(clock().runningSince()));
		}

	}

}
