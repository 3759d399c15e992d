package org.tierline.lifecycle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

import org.tierline.cases.CaseFile;
import org.tierline.cases.ClockReading;
import org.tierline.cases.SupportCase;
import org.tierline.customers.Companies;
import org.tierline.customers.WallClock;
import org.tierline.sla.Target;

import org.springframework.stereotype.Component;

/**
 * Times as forms show them: in the zone of the customer's site, which the promise is
 * about.
 */
@Component
class CaseTimes {

	private final Companies companies;

	CaseTimes(Companies companies) {
		this.companies = companies;
	}

	String local(Instant at, SupportCase supportCase) {
		ZoneId zone = this.companies.get(supportCase.companyId()).site().timeZone();
		// Offset and name stay together where a form breaks the line.
		return WallClock.read(at, zone).replace(", " + zone.getId() + ")", ",\u00a0" + zone.getId() + ")");
	}

	/** What is due when, a line for each target. */
	String dues(CaseFile file) {
		return Arrays.stream(Target.values())
			.map(file.clocks()::get)
			.filter(Objects::nonNull)
			.map((clock) -> line(clock, file.supportCase()))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n"));
	}

	private String line(ClockReading clock, SupportCase supportCase) {
		String target = switch (clock.target()) {
			case RESPONSE -> "First answer";
			case UPDATE -> "Next update";
			case RESOLUTION -> "Resolution";
		};
		return switch (clock.state()) {
			case RUNNING -> target + " due " + local(clock.dueAt(), supportCase);
			case PAUSED -> target + " paused, " + hours(clock) + " left";
			case MET -> target + " given " + local(clock.metAt(), supportCase);
			case BREACHED -> target + " was due " + local(clock.breachedAt(), supportCase);
			case NONE -> null;
		};
	}

	private static String hours(ClockReading clock) {
		return "%d h %02d min".formatted(clock.remaining().toHours(), clock.remaining().toMinutesPart());
	}

}
