package org.tierline.engine;

import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedCellsTests {

	private final RememberedCells cells = new RememberedCells();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"premium"            | premium  | true
			"premium"            | standard | false
			"a","premium"        | premium  | true
			not("premium")       | premium  | false
			""")
	void aCellOfTextsMeansTheSameEachTime(String cell, String plan, boolean expected) {
		assertThat(test(cell, plan)).isEqualTo(expected);
		assertThat(test(cell, plan)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1,2    | 2 | true
			>= 5   | 4 | false
			>= 5   | 5 | true
			[2..4] | 4 | true
			(2..4) | 4 | false
			-      | 9 | true
			""")
	void aCellOfNumbersMeansTheSameEachTime(String cell, int value, boolean expected) {
		assertThat(test(cell, value)).isEqualTo(expected);
		assertThat(test(cell, value)).isEqualTo(expected);
	}

	@Test
	void aCellThatReadsAnotherVariableIsAskedEachTime() {
		assertThat(this.cells.evaluateSimpleUnaryTests("> limit", "x",
				Variables.putValue("x", 3).putValue("limit", 2).asVariableContext()))
			.isTrue();
		assertThat(this.cells.evaluateSimpleUnaryTests("> limit", "x",
				Variables.putValue("x", 3).putValue("limit", 4).asVariableContext()))
			.isFalse();
	}

	@Test
	void anInputFollowsItsVariable() {
		assertThat(this.cells.<Object>evaluateSimpleExpression("plan",
				Variables.putValue("plan", "premium").asVariableContext()))
			.isEqualTo("premium");
		assertThat(this.cells.<Object>evaluateSimpleExpression("plan",
				Variables.putValue("plan", "standard").asVariableContext()))
			.isEqualTo("standard");
	}

	@Test
	void anOutputMayBeAbsent() {
		assertThat(this.cells.<Object>evaluateSimpleExpression("null", Variables.emptyVariableContext())).isNull();
		assertThat(this.cells.<Object>evaluateSimpleExpression("\"PT8H\"", Variables.emptyVariableContext()))
			.isEqualTo("PT8H");
	}

	private boolean test(String cell, Object value) {
		return this.cells.evaluateSimpleUnaryTests(cell, "x", Variables.putValue("x", value).asVariableContext());
	}

}
