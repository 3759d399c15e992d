package org.tierline.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;

/**
 * Reads the parameters of a list as they were written and notes every wrong one, to name
 * them all at once.
 */
class PageQuery {

	private static final int DEFAULT_LIMIT = 50;

	private static final int MOST = 200;

	private final List<FieldProblem> problems = new ArrayList<>();

	/** The parameter's value, or null if there is none or it is wrong. */
	<T> T one(String name, String text, Function<String, Optional<T>> reader, String otherwise) {
		if (text == null || text.isBlank()) {
			return null;
		}
		Optional<T> value = reader.apply(text);
		if (value.isEmpty()) {
			this.problems.add(new FieldProblem(name, otherwise));
		}
		return value.orElse(null);
	}

	int limit(String text) {
		Integer limit = one("limit", text, (t) -> CaseQuery.number(t, MOST), "must be 1 to " + MOST);
		return (limit != null) ? limit : DEFAULT_LIMIT;
	}

	void refuseWrong() {
		if (!this.problems.isEmpty()) {
			throw new InputRefused(this.problems);
		}
	}

	/** The last of a page if there are more than it shows. */
	static <T, K> K next(List<T> found, int limit, Function<T, K> key) {
		return (found.size() > limit) ? key.apply(found.get(limit - 1)) : null;
	}

	static <T> List<T> page(List<T> found, int limit) {
		return found.subList(0, Math.min(limit, found.size()));
	}

}
