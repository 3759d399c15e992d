package org.tierline.cases;

import java.time.Instant;

/**
 * Somebody who takes part in a case by mail.
 *
 * @param number the case
 * @param name may be null
 * @param token stands in the reply address of their letters; a secret between us
 * @param bouncedAt when a mail to the address came back, or null: no more are sent to it
 */
public record Participant(long id, CaseNumber number, String email, String name, ParticipantRole role, String token,
		Instant bouncedAt, String bouncedWhy) {

	/** Logs must not show the token. */
	@Override
	public String toString() {
		return this.role.code() + " " + this.email + " of " + this.number;
	}

}
