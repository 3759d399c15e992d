package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.tierline.cases.Channel;
import org.tierline.cases.Inbound;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Word;

/** A piece of the conversation. */
@Schema(name = "NewMessage", example = """
		{"body": "It is Chromium.", "visibility": "public", "author": "customer"}""")
record MessageRequest(@Text(max = 20_000) String body,
		@NotNull(message = "is required") @Pattern(regexp = "public|internal",
				message = Words.ONE_OF) String visibility,
		@NotNull(message = "is required") @Pattern(regexp = "staff|customer", message = Words.ONE_OF) String author,
		@Schema(description = "by which a customer's message came; api when absent") @Pattern(regexp = Words.CHANNEL,
				message = Words.ONE_OF) String channel) {

	boolean byStaff() {
		return this.author.equals("staff");
	}

	/** A customer's message. */
	Inbound inbound() {
		return Inbound.text((this.channel != null) ? Word.of(Channel.class, this.channel) : Channel.API, this.body);
	}

	boolean internal() {
		return this.visibility.equals("internal");
	}

	/** Customers write nothing that customers may not see. */
	void refuseInternalOfCustomer() {
		if (internal() && !byStaff()) {
			throw new InputRefused("visibility", "can be internal with author staff only");
		}
	}

}
