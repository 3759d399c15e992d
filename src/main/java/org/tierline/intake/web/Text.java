package org.tierline.intake.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A text that can be stored: not blank unless optional, not too long, without NUL. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
@interface Text {

	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** In characters. */
	int max();

	boolean optional() default false;

	class Check implements ConstraintValidator<Text, String> {

		private Text rule;

		@Override
		public void initialize(Text rule) {
			this.rule = rule;
		}

		@Override
		public boolean isValid(String text, ConstraintValidatorContext context) {
			String fault = fault(text);
			if (fault != null) {
				context.disableDefaultConstraintViolation();
				context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
			}
			return fault == null;
		}

		private String fault(String text) {
			if (text == null || text.isBlank()) {
				return this.rule.optional() ? null : "is required";
			}
			if (text.codePointCount(0, text.length()) > this.rule.max()) {
				return "is longer than " + this.rule.max() + " characters";
			}
			return unstorable(text);
		}

		private static String unstorable(String text) {
			if (text.indexOf(0) >= 0) {
				return "has a NUL character";
			}
			// Half of a pair would be stored as a question mark.
			return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? null : "has half of a character";
		}

	}

}
