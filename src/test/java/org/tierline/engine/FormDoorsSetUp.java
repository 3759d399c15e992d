package org.tierline.engine;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Steps and facts for a small process of the form checks' own. */
@TestConfiguration
class FormDoorsSetUp {

	/** What the steps saw, and what they are to do. */
	static class Steps {

		volatile Map<String, Object> seen;

		volatile Runnable doing;

		void reset() {
			this.seen = null;
			this.doing = () -> {
			};
		}

		private void act(Map<String, Object> variables) {
			this.seen = new HashMap<>(variables);
			this.doing.run();
		}

	}

	@Bean
	Steps steps() {
		return new Steps();
	}

	@Bean
	JavaDelegate takeIn(Steps steps) {
		return (execution) -> {
			steps.act(execution.getVariables());
			execution.setProcessBusinessKey("DOOR-1");
		};
	}

	@Bean
	JavaDelegate recordAnswer(Steps steps) {
		return (execution) -> steps.act(execution.getVariables());
	}

	@Bean
	TaskFacts doorFacts() {
		return new TaskFacts() {

			@Override
			public boolean knows(String processKey) {
				return "form-doors".equals(processKey);
			}

			@Override
			public Map<String, Object> of(String processKey, String businessKey, String taskDefinitionKey) {
				return Map.of("greeting", taskDefinitionKey + " of " + businessKey);
			}

		};
	}

}
