package org.tierline.intake.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.tierline.cases.InputRefused;
import org.tierline.patches.NewRelease;

/** A release to be planned, as it was written. */
@Schema(name = "NewRelease", example = ReleaseRequest.EXAMPLE)
@ReleaseRequest.Readable
record ReleaseRequest(String name, String kind, String track, String plannedFor, String notes, String downloadUrl,
		@Schema(description = "how many defects it should bring at most, 0 to 9999; no limit if absent") Integer capacity) {

	static final String EXAMPLE = """
			{"name": "2.4.1", "kind": "patch", "track": "regular", "plannedFor": "2026-12-24",
			"notes": "Playback goes on.", "downloadUrl": "https://download.example.com/player-2.4.1.zip", "capacity": 12}""";

	NewRelease read() {
		return NewRelease.read(this.name, this.kind, this.track, this.plannedFor, this.notes, this.downloadUrl,
				this.capacity);
	}

	/**
	 * The room's own rules, asked beside those of the body's types, so that one answer
	 * names all that is wrong.
	 */
	@Documented
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = Check.class)
	@interface Readable {

		String message() default "";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class Check implements ConstraintValidator<Readable, ReleaseRequest> {

		@Override
		public boolean isValid(ReleaseRequest request, ConstraintValidatorContext context) {
			try {
				request.read();
				return true;
			}
			catch (InputRefused ex) {
				context.disableDefaultConstraintViolation();
				ex.problems()
					.forEach((problem) -> context.buildConstraintViolationWithTemplate(problem.message())
						.addPropertyNode(problem.field())
						.addConstraintViolation());
				return false;
			}
		}

	}

}
