package org.tierline.intake.web;

import java.util.List;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;

/** Where in a body something stands: contact.email, site.hours.monday[0]. */
final class JsonPath {

	private JsonPath() {
	}

	static String of(List<JsonMappingException.Reference> path) {
		StringBuilder text = new StringBuilder();
		for (JsonMappingException.Reference step : path) {
			append(text, step.getFieldName(), step.getIndex());
		}
		return text.toString();
	}

	static String of(JsonStreamContext context) {
		StringBuilder text = new StringBuilder();
		add(text, context);
		return text.isEmpty() ? "body" : text.toString();
	}

	static String of(JsonStreamContext object, String field) {
		StringBuilder text = new StringBuilder();
		add(text, object);
		append(text, field, -1);
		return text.toString();
	}

	private static void add(StringBuilder text, JsonStreamContext context) {
		if (context != null && !context.inRoot()) {
			add(text, context.getParent());
			append(text, context.inObject() ? context.getCurrentName() : null, context.getCurrentIndex());
		}
	}

	private static void append(StringBuilder text, String name, int index) {
		if (name != null) {
			text.append(text.isEmpty() ? "" : ".").append(name);
		}
		else if (index >= 0) {
			text.append('[').append(index).append(']');
		}
	}

}
