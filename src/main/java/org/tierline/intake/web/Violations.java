package org.tierline.intake.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.tierline.cases.FieldProblem;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** The faults that validation found, a line for each. */
final class Violations {

	private Violations() {
	}

	static List<FieldProblem> of(BindingResult result) {
		return Stream.concat(result.getFieldErrors().stream().map(Violations::one), rules(result.getTarget()))
			.distinct()
			.toList();
	}

	private static Stream<FieldProblem> rules(Object body) {
		return (body instanceof Ruled ruled) ? ruled.problems().stream() : Stream.empty();
	}

	private static FieldProblem one(FieldError error) {
		return new FieldProblem(error.getField(),
				Objects.requireNonNullElse(error.getDefaultMessage(), "is wrong").replace("|", ", "));
	}

}
