package org.tierline.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Word;

/** What goes out to people, to see what is stuck. */
public interface Notices {

	/**
	 * Newest first.
	 * @param after the last of the page before, or null
	 */
	List<Notice> list(State state, Long after, int limit);

	/**
	 * Lets a failed notice go out again.
	 * @throws NoSuchName if there is no such notice
	 * @throws org.tierline.cases.StateForbids if it has not failed, or nobody needs it
	 * any more
	 */
	Notice retry(long id, String who);

	/** Where a notice stands. */
	enum State implements Word {

		/** Waits for its next attempt. */
		QUEUED,
		/** Taken by the mail server or the receiver. */
		SENT,
		/** Given up after days. */
		FAILED,
		/** Not needed any more: acknowledged or over before it was sent. */
		DROPPED

	}

	/**
	 * One notice.
	 *
	 * @param delivery the same at each attempt: in the Message-ID of a mail, the header
	 * Tierline-Delivery of a web hook
	 * @param address an e-mail address, or the group whose web hook it is
	 * @param attempts since it was queued or let go out again
	 * @param lastError of the last attempt; null once it was taken
	 */
	@Schema(name = "Notice")
	record Notice(long id, UUID delivery, @JsonProperty("case") CaseNumber number, long alert, int step, WayName way,
			String address, String subject, State state, int attempts, Instant queuedAt, Instant nextAttemptAt,
			Instant sentAt, String lastError, Instant retriedAt, String retriedBy) {
	}

}
