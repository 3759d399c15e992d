package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.tierline.cases.Outbox;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queue of letters over HTTP: what is stuck is seen here. */
@RestController
@Tag(name = "Letters")
class LettersController {

	private final Outbox outbox;

	LettersController(Outbox outbox) {
		this.outbox = outbox;
	}

	@GetMapping("/api/letters")
	@Operation(summary = "How the letters to customers stand",
			description = "waiting for delivery, the oldest of them and what stands in its way; failed and bounced ones")
	Outbox.Backlog letters() {
		return this.outbox.backlog();
	}

}
