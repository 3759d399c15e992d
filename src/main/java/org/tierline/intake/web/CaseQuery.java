package org.tierline.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.tierline.cases.CaseFilter;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.cases.Word;

/**
 * The parameters of a list as they were written; reads them, naming every wrong one at
 * once.
 */
record CaseQuery(String status, String tier, String severity, String company, String q, String limit, String after,
		List<FieldProblem> problems) {

	private static final int DEFAULT_LIMIT = 50;

	private static final int MOST = 200;

	static CaseQuery of(String status, String tier, String severity, String company, String q, String limit,
			String after) {
		return new CaseQuery(status, tier, severity, company, q, limit, after, new ArrayList<>());
	}

	/**
	 * What was asked for.
	 * @throws InputRefused if a parameter is wrong
	 */
	Read read() {
		CaseFilter filter = new CaseFilter(
				one("status", this.status, (word) -> Word.find(Status.class, word), "is not a status"),
				one("tier", this.tier, (text) -> number(text, 3).map(Tier::of), "must be 1, 2 or 3"),
				one("severity", this.severity, (text) -> number(text, 4), "must be 1 to 4"), blankToNull(this.company),
				one("q", this.q, (text) -> Optional.of(text).filter((t) -> t.indexOf(0) < 0), "has a NUL character"));
		CaseNumber from = one("after", this.after, CaseNumber::parse, "is not a case number such as SC-100001");
		Integer most = one("limit", this.limit, (text) -> number(text, MOST), "must be 1 to " + MOST);
		if (!this.problems.isEmpty()) {
			throw new InputRefused(this.problems);
		}
		return new Read(filter, from, (most != null) ? most : DEFAULT_LIMIT);
	}

	private <T> T one(String name, String text, Function<String, Optional<T>> reader, String otherwise) {
		if (blankToNull(text) == null) {
			return null;
		}
		Optional<T> value = reader.apply(text);
		if (value.isEmpty()) {
			this.problems.add(new FieldProblem(name, otherwise));
		}
		return value.orElse(null);
	}

	/** A whole number from 1 to {@code most}. */
	static Optional<Integer> number(String text, int most) {
		return Optional.of(text)
			.filter((t) -> t.matches("[0-9]{1,4}"))
			.map(Integer::valueOf)
			.filter((n) -> n >= 1 && n <= most);
	}

	private static String blankToNull(String text) {
		return (text != null && !text.isBlank()) ? text : null;
	}

	/** A list as it was asked for. */
	record Read(CaseFilter filter, CaseNumber after, int limit) {
	}

}
