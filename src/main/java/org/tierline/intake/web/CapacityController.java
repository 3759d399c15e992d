package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.tierline.patches.Capacities;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How many defects a release should bring. */
@RestController
@Tag(name = "Releases")
class CapacityController {

	private final Capacities capacities;

	CapacityController(Capacities capacities) {
		this.capacities = capacities;
	}

	@PutMapping("/api/releases/{name}/capacity")
	@Operation(summary = "Say how many defects the release should bring at most",
			description = "The board warns of more, nothing forbids it; null: no limit")
	Capacities.Capacity keep(@PathVariable String name, @Valid @RequestBody CapacityRequest request) {
		return this.capacities.keep(name, request.capacity());
	}

	/** A number of defects. */
	@Schema(name = "Capacity", example = """
			{"capacity": 12}""")
	record CapacityRequest(@Min(value = 0, message = "must be 0 to 9999") @Max(value = 9999,
			message = "must be 0 to 9999") Integer capacity) {
	}

}
