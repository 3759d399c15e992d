package org.tierline.alerts;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whom a step of the chain tells: {@code technician} (who has the task, else the tier's
 * group), {@code lead} (of the case's tier), {@code supervisors}, {@code group:<group>}
 * or {@code login:<login>}.
 */
public record Recipient(@JsonValue String code) {

	static final Recipient TECHNICIAN = new Recipient("technician");

	static final Recipient LEAD = new Recipient("lead");

	private static final String SUPERVISORS = "supervisors";

	private static final Pattern FORM = Pattern
		.compile("technician|lead|supervisors|(group|login):[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");

	/** Reads what somebody wrote; empty if it is nobody. */
	static Optional<Recipient> parse(String text) {
		return Optional.ofNullable(text).filter((t) -> FORM.matcher(t).matches()).map(Recipient::new);
	}

	/** The group that is named, if it is one. */
	Optional<String> group() {
		return SUPERVISORS.equals(this.code) ? Optional.of(SUPERVISORS) : after("group:");
	}

	/** The login that is named, if it is one. */
	Optional<String> login() {
		return after("login:");
	}

	private Optional<String> after(String prefix) {
		return this.code.startsWith(prefix) ? Optional.of(this.code.substring(prefix.length())) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.code;
	}

}
