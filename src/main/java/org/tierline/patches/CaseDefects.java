package org.tierline.patches;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

/** Which defect a case is tied to (R13), as cases are read. */
public interface CaseDefects {

	Optional<DefectNumber> of(CaseNumber number);

	/** One query for a page of cases; cases without a defect are left out. */
	Map<CaseNumber, DefectNumber> of(Collection<CaseNumber> numbers);

	/** Ends the tie of a case, if there is one, with the reason; the timeline says so. */
	void untie(CaseNumber number, String who, String reason);

}
