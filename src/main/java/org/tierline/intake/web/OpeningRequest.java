package org.tierline.intake.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.tierline.cases.Channel;
import org.tierline.cases.Impact;
import org.tierline.cases.Opening;
import org.tierline.cases.Urgency;
import org.tierline.cases.Word;
import org.tierline.customers.Contact;

/** What a case is opened with. */
@Schema(name = "Opening", example = OpeningRequest.EXAMPLE)
record OpeningRequest(@Text(max = 200) String company, @NotNull(message = "is required") @Valid ContactRequest contact,
		@Text(max = 200, optional = true) String product, @Text(max = 200) String subject,
		@Text(max = 20_000) String details,
		@NotNull(message = "is required") @Pattern(regexp = Words.IMPACT, message = Words.ONE_OF) String impact,
		@NotNull(message = "is required") @Pattern(regexp = Words.URGENCY, message = Words.ONE_OF) String urgency,
		@Pattern(regexp = Words.CHANNEL, message = Words.ONE_OF) String channel, @Ahead String callBackAt) {

	static final String EXAMPLE = """
			{"company": "Acme Video", "contact": {"name": "Kim Example", "email": "kim@example.test", "phone": "+1 555 0100"},
			"product": "Player", "subject": "Playback stops after a minute", "details": "Since the update the player stops.",
			"impact": "several", "urgency": "stopped", "channel": "web"}""";

	Opening opening() {
		return new Opening(this.company.strip(), this.contact.contact(), blankToNull(this.product),
				this.subject.strip(), this.details, Word.of(Impact.class, this.impact),
				Word.of(Urgency.class, this.urgency),
				(this.channel != null) ? Word.of(Channel.class, this.channel) : Channel.API, wishedCall());
	}

	private Instant wishedCall() {
		String wish = blankToNull(this.callBackAt);
		return (wish != null) ? OffsetDateTime.parse(wish).toInstant().truncatedTo(ChronoUnit.MILLIS) : null;
	}

	private static String blankToNull(String text) {
		return (text != null && !text.isBlank()) ? text.strip() : null;
	}

	/** The person who reports. */
	@Schema(name = "Contact")
	record ContactRequest(@Text(max = 200) String name,
			@Text(max = 254) @Email(message = "is not an e-mail address") String email,
			@Text(max = 50, optional = true) String phone) {

		Contact contact() {
			return new Contact(this.name.strip(), this.email.strip(), blankToNull(this.phone));
		}

	}

}
