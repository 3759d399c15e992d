package org.tierline.customers;

import java.util.Arrays;

/** The support plan of a company (R1); declared from the least to the most promising. */
public enum Plan {

	STANDARD("standard"), PREMIUM("premium"), PREMIUM_PLUS("premium-plus");

	private final String code;

	Plan(String code) {
		this.code = code;
	}

	/** The word of the contract and the decision tables. */
	public String code() {
		return this.code;
	}

	/**
	 * The plan with that word.
	 * @throws IllegalArgumentException if there is none
	 */
	public static Plan of(String code) {
		return Arrays.stream(values())
			.filter((plan) -> plan.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no plan '" + code + "'"));
	}

}
