package org.tierline.intake.web;

import java.util.List;
import java.util.Map;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseFilter;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.DefectNumber;

import org.springframework.stereotype.Component;

/** Puts together what the API shows of cases from the rooms that know it. */
@Component
class CaseViews {

	private final Cases cases;

	private final CaseDefects defects;

	CaseViews(Cases cases, CaseDefects defects) {
		this.cases = cases;
		this.defects = defects;
	}

	CaseView of(CaseNumber number) {
		return CaseView.of(this.cases.file(number), this.defects.of(number).orElse(null));
	}

	/** One that was just opened: no defect can be tied to it yet. */
	CaseView opened(CaseNumber number) {
		return CaseView.of(this.cases.file(number), null);
	}

	CaseView.Page page(CaseFilter filter, CaseNumber after, int limit) {
		List<CaseFile> found = this.cases.list(filter, after, limit + 1);
		List<CaseFile> page = found.subList(0, Math.min(limit, found.size()));
		Map<CaseNumber, DefectNumber> tied = this.defects.of(page.stream().map(CaseViews::number).toList());
		CaseNumber next = (found.size() > limit) ? number(page.get(limit - 1)) : null;
		return new CaseView.Page(page.stream().map((file) -> CaseView.of(file, tied.get(number(file)))).toList(), next);
	}

	private static CaseNumber number(CaseFile file) {
		return file.supportCase().number();
	}

}
