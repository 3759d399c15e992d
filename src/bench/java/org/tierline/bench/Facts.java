package org.tierline.bench;

import java.util.concurrent.ThreadLocalRandom;

/** What a customer says: the same to the product and to the yardsticks. */
record Facts(String company, String contactName, String contactEmail, String contactPhone, String product,
		String subject, String details, String impact, String urgency) {

	/** So many companies are customers. */
	static final int COMPANIES = 50;

	private static final String DETAILS = "Since the update to 4.2 the player stops after a minute. Nothing is in its log. "
			+ "We have tried another browser, another network and a new profile; all stop at the same place. "
				.repeat(3);

	static Facts any() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		int person = random.nextInt(1_000);
		return new Facts(company(random.nextInt(COMPANIES)), "Kim Example " + person, "kim" + person + "@example.test",
				"+1 555 0100", "Player", "Playback stops after a minute, no. " + random.nextInt(1_000_000), DETAILS,
				"several", random.nextBoolean() ? "stopped" : "hindered");
	}

	static String company(int number) {
		return "Bench Company " + number;
	}

	/** For {@code POST /api/cases}. */
	String opening() {
		return """
				{"company": "%s", "contact": {"name": "%s", "email": "%s", "phone": "%s"}, "product": "%s",
				"subject": "%s", "details": "%s", "impact": "%s", "urgency": "%s", "channel": "web"}""".formatted(
				this.company, this.contactName, this.contactEmail, this.contactPhone, this.product, this.subject,
				this.details, this.impact, this.urgency);
	}

	/** For the engine's REST. */
	String variables() {
		return """
				{"variables": {"company": {"value": "%s"}, "contactName": {"value": "%s"}, "contactEmail": {"value": "%s"},
				"contactPhone": {"value": "%s"}, "product": {"value": "%s"}, "subject": {"value": "%s"},
				"details": {"value": "%s"}, "impact": {"value": "%s"}, "urgency": {"value": "%s"},
				"channel": {"value": "web"}}}"""
			.formatted(this.company, this.contactName, this.contactEmail, this.contactPhone, this.product, this.subject,
					this.details, this.impact, this.urgency);
	}

}
