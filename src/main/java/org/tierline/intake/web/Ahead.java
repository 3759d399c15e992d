package org.tierline.intake.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** An instant in ISO-8601 that lies ahead, or nothing. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Ahead.Check.class)
@interface Ahead {

	String message() default "must be a time in the future such as 2026-12-24T09:00:00Z";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	class Check implements ConstraintValidator<Ahead, String> {

		private final Clock clock;

		Check(Clock clock) {
			this.clock = clock;
		}

		@Override
		public boolean isValid(String text, ConstraintValidatorContext context) {
			try {
				return text == null || text.isBlank()
						|| OffsetDateTime.parse(text).toInstant().isAfter(this.clock.instant());
			}
			catch (DateTimeException ex) {
				return false;
			}
		}

	}

}
