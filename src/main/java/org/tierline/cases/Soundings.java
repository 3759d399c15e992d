package org.tierline.cases;

import java.time.Instant;

import org.springframework.stereotype.Component;

/**
 * Before anything moves the clocks of a case: what was due by then is told, whoever was
 * faster, the timer or a person.
 */
@Component
class Soundings {

	private final Alarms alarms;

	private final Timeline timeline;

	Soundings(Alarms alarms, Timeline timeline) {
		this.alarms = alarms;
		this.timeline = timeline;
	}

	void sound(SupportCase supportCase, Instant now) {
		this.alarms.sound(supportCase, now)
			.forEach((alarm) -> this.timeline.add(supportCase.number(), now, alarm.what(), Casework.TIERLINE,
					alarm.why()));
	}

}
