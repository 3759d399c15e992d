package org.tierline.intake.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.Participant;
import org.tierline.cases.ParticipantRole;

/** Somebody who takes part in a case by mail; the token stays a secret. */
@Schema(name = "Participant")
record ParticipantView(String email, String name, ParticipantRole role, Instant bouncedAt, String bouncedWhy) {

	static ParticipantView of(Participant one) {
		return new ParticipantView(one.email(), one.name(), one.role(), one.bouncedAt(), one.bouncedWhy());
	}

}
