package org.tierline.intake.code;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tierline.patches.DefectNumber;

/**
 * What followed from a call.
 *
 * @param before whether the same was told before; then nothing followed now
 */
@Schema(name = "CodeHookAnswer")
record Heard(boolean before, List<Defect> defects) {

	static final Heard BEFORE = new Heard(true, List.of());

	/**
	 * A defect that was named.
	 *
	 * @param did fixed (it waits for its verification now), planned (for the release of
	 * that tag) or linked
	 */
	@Schema(name = "CodeHookDefect")
	record Defect(DefectNumber number, String did) {
	}

}
