package org.tierline.intake.web;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.ValidationUtils;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Joins the fields of a wrong type with those that validation refuses. */
@RestControllerAdvice(basePackages = "org.tierline")
class Bodies extends RequestBodyAdviceAdapter {

	private final Validator validator;

	Bodies(Validator mvcValidator) {
		this.validator = mvcValidator;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) {
		WrongTypes.take();
		return message;
	}

	@Override
	public Object afterBodyRead(Object body, HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) {
		List<FieldProblem> wrong = WrongTypes.take();
		if (wrong.isEmpty()) {
			return body;
		}
		throw new InputRefused(joined(wrong, body, parameter));
	}

	/**
	 * A field of the wrong type reads as absent: it is not reported as missing besides.
	 */
	private List<FieldProblem> joined(List<FieldProblem> wrong, Object body, MethodParameter parameter) {
		List<FieldProblem> all = new ArrayList<>(wrong);
		if (body != null) {
			Set<String> named = wrong.stream().map(FieldProblem::field).collect(Collectors.toSet());
			BeanPropertyBindingResult result = new BeanPropertyBindingResult(body, "body");
			ValidationUtils.invokeValidator(this.validator, body, result, groups(parameter));
			Violations.of(result).stream().filter((one) -> !named.contains(one.field())).forEach(all::add);
		}
		return all;
	}

	private static Object[] groups(MethodParameter parameter) {
		return Arrays.stream(parameter.getParameterAnnotations())
			.map(ValidationAnnotationUtils::determineValidationHints)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> new Object[0]);
	}

}
