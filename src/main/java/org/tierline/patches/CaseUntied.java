package org.tierline.patches;

import org.tierline.cases.CaseNumber;

/** A case does not wait for the defect any more: the defect's rank may change. */
public record CaseUntied(CaseNumber number, DefectNumber defect) {
}
