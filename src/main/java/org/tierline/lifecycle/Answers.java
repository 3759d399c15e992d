package org.tierline.lifecycle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.Variables;

import org.tierline.cases.InputRefused;
import org.tierline.cases.Word;

/**
 * What the step before handed over: the fields of a form or of a message, alive for this
 * transaction only, so that an answer of an earlier round never counts for a later one.
 */
record Answers(DelegateExecution execution) {

	String text(String field) {
		return (String) this.execution.getVariable(field);
	}

	boolean flag(String field) {
		return Boolean.TRUE.equals(this.execution.getVariable(field));
	}

	<E extends Enum<E> & Word> E word(String field, Class<E> type) {
		return Word.find(type, text(field)).orElseThrow(() -> new InputRefused(field, "is not one of the choices"));
	}

	/** A wished time, which must lie ahead of {@code now}; null if none was given. */
	Instant ahead(String field, Instant now) {
		Instant wished = instant(field, this.execution.getVariable(field));
		if (wished != null && !wished.isAfter(now)) {
			throw new InputRefused(field, "must be in the future");
		}
		return wished;
	}

	/**
	 * The version of a table that a decision task of this transaction has asked: the
	 * newest.
	 */
	int tableVersion(String decision) {
		return Context.getCommandContext()
			.getDecisionDefinitionManager()
			.findLatestDecisionDefinitionByKeyAndTenantId(decision, null)
			.getVersion();
	}

	/** Hands a value to the gateways and steps that follow in this transaction. */
	void pass(String name, Object value) {
		this.execution.setVariable(name, Variables.untypedValue(value, true));
	}

	/** Keeps a value with the process, for forms and task lists. */
	void keep(String name, Object value) {
		this.execution.setVariable(name, value);
	}

	static Instant instant(String field, Object value) {
		try {
			return (value instanceof Date date) ? date.toInstant()
					: (value != null) ? OffsetDateTime.parse(value.toString()).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			throw new InputRefused(field, "must be a time such as 2026-12-24T09:00:00Z");
		}
	}

	static void pass(Map<String, Object> variables, String name, Object value) {
		variables.put(name, Variables.untypedValue(value, true));
	}

}
