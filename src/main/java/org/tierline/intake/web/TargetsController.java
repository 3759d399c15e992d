package org.tierline.intake.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.tierline.cases.Repromises;
import org.tierline.customers.Plan;
import org.tierline.lifecycle.TargetPreview;
import org.tierline.sla.Span;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would be promised, and why. */
@RestController
@RequestMapping("/api/targets")
@Tag(name = "Targets")
class TargetsController {

	private final TargetPreview preview;

	private static final int MOST = 50;

	private final Repromises repromises;

	private final ZoneId defaultZone;

	private final Clock clock;

	TargetsController(TargetPreview preview, Repromises repromises,
			@Value("${tierline.default-time-zone}") ZoneId defaultZone, Clock clock) {
		this.preview = preview;
		this.repromises = repromises;
		this.defaultZone = defaultZone;
		this.clock = clock;
	}

	@PostMapping("/preview")
	@Operation(summary = "Preview the targets of a case",
			description = "Nothing is stored. update counts as if the customer began to wait at openedAt")
	View preview(@Valid @RequestBody PreviewRequest request) {
		Map<Target, TargetPreview.Promise> promises = this.preview.preview(Plan.of(request.plan()), request.severity(),
				CompanyRequest.site(request.site(), this.defaultZone), request.opened(this.clock), request.read());
		return new View(PromiseView.of(promises.get(Target.RESPONSE)), PromiseView.of(promises.get(Target.UPDATE)),
				PromiseView.of(promises.get(Target.RESOLUTION)));
	}

	@GetMapping("/repromises")
	@Operation(summary = "Cases that are promised anew, newest change first",
			description = "After a change of a plan, a site or the table of targets the open cases follow")
	List<Repromises.Progress> repromises() {
		return this.repromises.progress(MOST);
	}

	/** The promises; null where the table has none. */
	@Schema(name = "Promises")
	record View(PromiseView response, PromiseView update, PromiseView resolution) {
	}

	/** A promise, and the stretches of working time that it counts. */
	@Schema(name = "Promise")
	record PromiseView(Instant dueAt, Instant warnAt, List<Stretch> segments) {

		static PromiseView of(TargetPreview.Promise promise) {
			return (promise != null) ? new PromiseView(promise.dueAt(), promise.warnAt(),
					promise.segments().stream().map(Stretch::of).toList()) : null;
		}

	}

	/** From, and until but not including. */
	record Stretch(Instant from, Instant to) {

		static Stretch of(Span span) {
			return new Stretch(span.start(), span.end());
		}

	}

}
