package org.tierline.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a form's conditions see: the submitted values, and the facts the form shows. The
 * facts cost queries, so they are read only when a condition asks for one.
 */
class FormSituation implements VariableContext {

	private static final Logger LOG = LoggerFactory.getLogger(FormSituation.class);

	private static final RememberedConditions CONDITIONS = new RememberedConditions();

	private final Instant now;

	private final Map<String, Object> submitted;

	private final Supplier<Map<String, Object>> source;

	private Map<String, Object> facts;

	FormSituation(Instant now, Map<String, Object> submitted, Supplier<Map<String, Object>> facts) {
		this.now = now;
		this.submitted = submitted;
		this.source = facts;
	}

	Instant now() {
		return this.now;
	}

	/** As in the browser, what cannot be evaluated is {@code null}. */
	Object evaluate(String expression) {
		try {
			return CONDITIONS.evaluate(expression, this);
		}
		catch (FeelException ex) {
			LOG.warn("A condition of a form cannot be evaluated: {}: {}", expression, ex.getMessage());
			return null;
		}
	}

	@Override
	public TypedValue resolve(String name) {
		return Variables.untypedValue(this.submitted.containsKey(name) ? this.submitted.get(name) : facts().get(name));
	}

	@Override
	public boolean containsVariable(String name) {
		return this.submitted.containsKey(name) || facts().containsKey(name);
	}

	@Override
	public Set<String> keySet() {
		Map<String, Object> all = new HashMap<>(facts());
		all.putAll(this.submitted);
		return all.keySet();
	}

	private Map<String, Object> facts() {
		if (this.facts == null) {
			this.facts = this.source.get();
		}
		return this.facts;
	}

}
