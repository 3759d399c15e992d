package org.tierline.intake.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** An instant in ISO-8601 of our time, or nothing. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Moment.Check.class)
@interface Moment {

	String message() default "must be a time of the years 1970 to 2199 such as 2026-12-24T09:00:00Z";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	class Check implements ConstraintValidator<Moment, String> {

		private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

		/** The instant, in whole milliseconds as all of ours are. */
		static Instant read(String text) {
			return OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MILLIS);
		}

		@Override
		public boolean isValid(String text, ConstraintValidatorContext context) {
			return text == null || isMoment(text);
		}

		static boolean isMoment(String text) {
			try {
				return text != null && !read(text).isBefore(Instant.EPOCH) && read(text).isBefore(END);
			}
			catch (DateTimeException ex) {
				return false;
			}
		}

	}

}
