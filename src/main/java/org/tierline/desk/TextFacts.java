package org.tierline.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.tierline.cases.CaseFile;
import org.tierline.cases.ClockReading;
import org.tierline.customers.WallClock;
import org.tierline.sla.Target;

/** The facts of one case as canned texts say them, times in the customer's zone. */
record TextFacts(CaseFile file, ZoneId zone, String technician, String defect) implements Placeholder.CaseFacts {

	@Override
	public String due(Target target) {
		return Optional.ofNullable(this.file.clocks().get(target))
			.map(ClockReading::dueAt)
			.map(this::local)
			.orElse(null);
	}

	private String local(Instant at) {
		return WallClock.readInFull(at, this.zone);
	}

}
