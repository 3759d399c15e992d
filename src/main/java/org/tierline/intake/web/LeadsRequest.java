package org.tierline.intake.web;

import java.util.EnumMap;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.alerts.Leads;
import org.tierline.cases.Tier;

/** Who leads each tier; null: nobody. */
@Schema(name = "Leads", example = LeadsRequest.EXAMPLE)
record LeadsRequest(@Text(max = 64, optional = true) String tier1, @Text(max = 64, optional = true) String tier2,
		@Text(max = 64, optional = true) String tier3) {

	static final String EXAMPLE = """
			{"tier1": "tier1", "tier2": "tier2", "tier3": null}""";

	static LeadsRequest of(Leads leads) {
		return new LeadsRequest(leads.of(Tier.ONE).orElse(null), leads.of(Tier.TWO).orElse(null),
				leads.of(Tier.THREE).orElse(null));
	}

	Map<Tier, String> read() {
		Map<Tier, String> leads = new EnumMap<>(Tier.class);
		put(leads, Tier.ONE, this.tier1);
		put(leads, Tier.TWO, this.tier2);
		put(leads, Tier.THREE, this.tier3);
		return leads;
	}

	private static void put(Map<Tier, String> leads, Tier tier, String login) {
		if (login != null && !login.isBlank()) {
			leads.put(tier, login.strip());
		}
	}

}
