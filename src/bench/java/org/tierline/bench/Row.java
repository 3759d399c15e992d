package org.tierline.bench;

/**
 * A line of the table: nothing in it that was not measured in this run.
 *
 * @param ratio what counts, such as "1.35x stock, 0.14x limit"; may be empty
 * @param ours the product's figure
 * @param yardsticks their figures; may be empty
 * @param reached null: there is no target for it
 */
record Row(String work, String ratio, String ours, String yardsticks, String target, Boolean reached) {

	String verdict() {
		return (this.reached == null) ? "" : this.reached ? "reached" : "**not reached**";
	}

	/** It was to be measured and could not be. */
	static Row failed(String work, Exception ex) {
		return new Row(work, "", "not measured: " + String.valueOf(ex.getMessage()).lines().findFirst().orElse(""), "",
				"", false);
	}

}
