package org.tierline.customers;

import java.util.List;
import java.util.stream.Collectors;

/** A company that cannot be; names every wrong field. Nothing was changed. */
public class CompanyRefused extends RuntimeException {

	private final transient List<Problem> problems;

	public CompanyRefused(List<Problem> problems) {
		super(problems.stream().map((p) -> p.field() + " " + p.message()).collect(Collectors.joining("; ")));
		this.problems = List.copyOf(problems);
	}

	public List<Problem> problems() {
		return this.problems;
	}

	/**
	 * One wrong field.
	 *
	 * @param field a path such as site.hours.monday[0]
	 */
	public record Problem(String field, String message) {
	}

}
