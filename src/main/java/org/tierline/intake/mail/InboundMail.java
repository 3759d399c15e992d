package org.tierline.intake.mail;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.CaseNumber;

/**
 * A mail from outside, as people see it.
 *
 * @param messageId as the mail says; sha256:... if it says none, or one that is taken
 * @param from the sender's address, or null if there is none that can be read
 * @param why it was put aside or ignored, or what stood in its way last; or null
 * @param number the case it became or joined, or null
 * @param opened whether it opened that case
 * @param copies how often the same mail came again
 * @param writtenAt when it says that it was written, or null
 * @param saidId the Message-ID that it says although another mail has it, or null
 * @param decision or null if nobody had to say anything
 * @param released whether a person wants it filed, whatever it was put aside for
 */
record InboundMail(long id, String messageId, String from, String subject, long size, MailState state, String why,
		@JsonProperty("case") CaseNumber number, boolean opened, Instant receivedAt, Instant finishedAt, int copies,
		int attempts, @JsonIgnore boolean released, Instant writtenAt, String saidId, Decision decision) {

	/**
	 * What a person last said about a mail that was put aside.
	 *
	 * @param why it was dismissed; null: it was to be filed all the same
	 */
	@Schema(name = "MailDecision")
	record Decision(Instant at, String who, String why) {
	}

}
