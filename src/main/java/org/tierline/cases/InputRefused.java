package org.tierline.cases;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be taken; names every wrong field. Nothing was changed. */
public class InputRefused extends RuntimeException {

	private final transient List<FieldProblem> problems;

	public InputRefused(List<FieldProblem> problems) {
		super(problems.stream().map((p) -> p.field() + " " + p.message()).collect(Collectors.joining("; ")));
		this.problems = List.copyOf(problems);
	}

	public InputRefused(String field, String message) {
		this(List.of(new FieldProblem(field, message)));
	}

	public List<FieldProblem> problems() {
		return this.problems;
	}

}
