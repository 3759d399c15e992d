package org.tierline.cases;

/** The level of support that holds a case. */
public enum Tier {

	ONE, TWO, THREE;

	/** 1, 2 or 3. */
	public int number() {
		return ordinal() + 1;
	}

	/** The tier of that number, 1 to 3. */
	public static Tier of(int number) {
		return values()[number - 1];
	}

	/** The group of its technicians: tier1, tier2, tier3. */
	public String group() {
		return "tier" + number();
	}

}
