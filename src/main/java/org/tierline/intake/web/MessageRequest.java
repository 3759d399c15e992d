package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.tierline.cases.InputRefused;

/** A piece of the conversation. */
@Schema(name = "NewMessage", example = """
		{"body": "It is Chromium.", "visibility": "public", "author": "customer"}""")
record MessageRequest(@Text(max = 20_000) String body,
		@NotNull(message = "is required") @Pattern(regexp = "public|internal",
				message = Words.ONE_OF) String visibility,
		@NotNull(message = "is required") @Pattern(regexp = "staff|customer", message = Words.ONE_OF) String author) {

	boolean byStaff() {
		return this.author.equals("staff");
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
