package org.tierline.engine;

import java.io.IOException;
import java.util.Map;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.dto.runtime.StartProcessInstanceDto;
import org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * The engine's REST stumbles over values that are none, such as {@code "outcome": null},
 * and answers 500 before a form is asked: here they are a 400 that names the field.
 */
class ReadableVariables implements ReaderInterceptor {

	@Override
	public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
		Object entity = context.proceed();
		Map<String, VariableValueDto> variables = variables(entity);
		if (variables != null) {
			variables.forEach(ReadableVariables::check);
		}
		return entity;
	}

	private static Map<String, VariableValueDto> variables(Object entity) {
		if (entity instanceof CompleteTaskDto task) {
			return task.getVariables();
		}
		return (entity instanceof StartProcessInstanceDto start) ? start.getVariables() : null;
	}

	private static void check(String name, VariableValueDto value) {
		if (value == null) {
			throw refused(name, "must be an object with a value");
		}
		if ("".equals(value.getType())) {
			throw refused(name, "must have a type or none, but not an empty one");
		}
		if ("file".equalsIgnoreCase(value.getType())) {
			throw refused(name, "takes no file");
		}
	}

	private static InvalidRequestException refused(String name, String message) {
		return new InvalidRequestException(Status.BAD_REQUEST, new Problem(name, message).toString());
	}

}
