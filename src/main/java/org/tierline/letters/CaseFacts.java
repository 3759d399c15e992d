package org.tierline.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import org.tierline.cases.CaseFile;
import org.tierline.cases.ClockReading;
import org.tierline.cases.SiteTime;
import org.tierline.cases.SupportCase;
import org.tierline.customers.Company;
import org.tierline.customers.WallClock;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What templates can say of a case; times are in the zone of the customer's site. */
@Component
class CaseFacts {

	private final SiteTime sites;

	private final MailSettings settings;

	private final Duration confirmation;

	private final String survey;

	CaseFacts(SiteTime sites, MailSettings settings, @Value("${tierline.confirmation-period}") String confirmation,
			@Value("${tierline.survey-url:}") String survey) {
		this.sites = sites;
		this.settings = settings;
		this.confirmation = Duration.parse(confirmation);
		this.survey = survey.isBlank() ? null : survey.strip();
	}

	Map<String, Object> of(CaseFile file) {
		SupportCase one = file.supportCase();
		Company company = this.sites.company(one);
		ZoneId zone = company.site().timeZone();
		Map<String, Object> facts = new HashMap<>();
		facts.put("number", one.number().value());
		facts.put("subject", one.subject());
		facts.put("company", one.company());
		facts.put("unknownCompany", company.named() ? null : one.contact().email());
		facts.put("product", one.product());
		facts.put("contact", one.contact().name());
		facts.put("severity", (one.severity() != null) ? one.severity().toString() : null);
		facts.put("plan", one.plan().code());
		facts.put("support", this.settings.name());
		facts.put("address", this.settings.address());
		facts.put("openedAt", local(one.openedAt(), zone));
		facts.put("response", due(file, Target.RESPONSE, zone));
		facts.put("update", due(file, Target.UPDATE, zone));
		facts.put("resolution", due(file, Target.RESOLUTION, zone));
		facts.put("confirmBy", (one.resolvedAt() != null && one.closedAt() == null)
				? local(one.resolvedAt().plus(this.confirmation), zone) : null);
		facts.put("survey", (this.survey != null) ? this.survey.replace("{number}", one.number().value()) : null);
		return facts;
	}

	private static String due(CaseFile file, Target target, ZoneId zone) {
		ClockReading clock = file.clocks().get(target);
		return (clock != null && clock.metAt() == null) ? local(clock.dueAt(), zone) : null;
	}

	private static String local(Instant at, ZoneId zone) {
		return (at != null) ? WallClock.readInFull(at, zone) : null;
	}

}
