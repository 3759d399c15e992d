package org.tierline.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tierline.customers.Companies;
import org.tierline.sla.Target;

import org.springframework.stereotype.Component;

/**
 * The texts that customers get without a person writing them; times in the customer's
 * zone.
 */
@Component
class Letters {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm z",
			Locale.ENGLISH);

	private final Companies companies;

	Letters(Companies companies) {
		this.companies = companies;
	}

	String acknowledgement(SupportCase supportCase, Map<Target, ClockReading> clocks) {
		String promises = Stream
			.of(promise("A first answer", clocks.get(Target.RESPONSE), supportCase),
					promise("A resolution", clocks.get(Target.RESOLUTION), supportCase))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n"));
		return "Thank you, your case has the number %s: %s%n%n%s".formatted(supportCase.number(), supportCase.subject(),
				promises);
	}

	String reminder(SupportCase supportCase) {
		return "Case %s waits for your answer to our last question. Without it we cannot go on."
			.formatted(supportCase.number());
	}

	String progress(SupportCase supportCase) {
		return "Case %s: the patch is being worked on. We tell you as soon as it is released."
			.formatted(supportCase.number());
	}

	String merger(SupportCase merged, SupportCase survivor) {
		return "Your case %s is about the same as case %s (%s). We go on there, for you too; whatever you write to either number arrives."
			.formatted(merged.number(), survivor.number(), survivor.subject());
	}

	/** For the technicians of the survivor. */
	String mergerNote(SupportCase merged) {
		return "%s of %s (%s) was merged into this case: %s%n%n%s".formatted(merged.number(), merged.company(),
				merged.contact().name(), merged.subject(), merged.details());
	}

	String survey(SupportCase supportCase) {
		return "Case %s is closed. How did we do? Please answer with a word or two.".formatted(supportCase.number());
	}

	private String promise(String what, ClockReading clock, SupportCase supportCase) {
		return (clock != null && clock.dueAt() != null) ? what + " by " + local(clock.dueAt(), supportCase) : null;
	}

	private String local(Instant at, SupportCase supportCase) {
		ZoneId zone = this.companies.get(supportCase.companyId()).site().timeZone();
		return TIME.format(at.atZone(zone));
	}

}
