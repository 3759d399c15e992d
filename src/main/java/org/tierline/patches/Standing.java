package org.tierline.patches;

import java.time.LocalDate;

/**
 * Where a defect stands, as customers are told.
 *
 * @param workaround what helps until the fix is there, or null
 * @param note what somebody wrote for customers in the present state, or null
 * @param release that brings or brought its fix, or null
 * @param expectedOn when the release is to be out, or null
 */
public record Standing(DefectNumber number, String title, DefectState state, String workaround, String note,
		String release, LocalDate expectedOn) {
}
