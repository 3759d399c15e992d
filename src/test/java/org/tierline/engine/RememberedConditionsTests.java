package org.tierline.engine;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedConditionsTests {

	private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

	private static final List<Map<String, Object>> SITUATIONS = List.of(Map.of(), Map.of("outcome", "answer"),
			Map.of("outcome", "ask", "why", ""), Map.of("outcome", "and", "why", "a \"word\""),
			Map.of("outcome", "answer", "tries", 3, "reached", true),
			Map.of("outcome", "x".repeat(500), "tries", 4L, "reached", false), Map.of("tries", "3", "reached", "true"),
			Map.of("outcome", List.of("ask"), "why", Map.of("a", 1)));

	private final RememberedConditions conditions = new RememberedConditions();

	@ParameterizedTest
	@ValueSource(strings = { "outcome != \"answer\"", "outcome = \"answer\"", "why = null or why = \"\"",
			"outcome = \"ask\" and tries > 2", "tries >= 3", "reached", "reached = true", "outcome in [\"ask\"]",
			"string length(outcome) > 3", "if reached then 1 else 2", "not(reached)", "why.a = 1" })
	void saysWhatFeelSays(String condition) {
		for (int time = 0; time < 2; time++) {
			for (Map<String, Object> situation : SITUATIONS) {
				assertThat(this.conditions.evaluate(condition, context(situation))).as("%s in %s", condition, situation)
					.isEqualTo(FEEL.<Object>evaluateSimpleExpression(condition, context(situation)));
			}
		}
	}

	@Test
	void whatDependsOnTheClockIsAskedEachTime() throws InterruptedException {
		Object first = this.conditions.evaluate("now()", context(Map.of()));
		Thread.sleep(5);
		assertThat(this.conditions.evaluate("now()", context(Map.of()))).isNotEqualTo(first);
	}

	private static VariableContext context(Map<String, Object> values) {
		return Variables.fromMap(values).asVariableContext();
	}

}
