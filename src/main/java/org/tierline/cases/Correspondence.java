package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * The conversation as mail programs see it: by Message-ID (RFC 5322, with its angle
 * brackets). Every call joins the caller's transaction.
 */
public interface Correspondence {

	/** Whether a mail with that Message-ID was sent or taken in before. */
	boolean knows(String messageId);

	/** Whether a letter of ours has that Message-ID. */
	boolean isLetter(String messageId);

	/** The case of the newest of those mails. */
	Optional<CaseNumber> caseOf(Collection<String> messageIds);

	/**
	 * Keeps which mail opened the case, so that our letters answer it.
	 * @param html as it came, or null; it is sanitised when stored
	 * @throws org.springframework.dao.DuplicateKeyException if that mail opened a case
	 * before
	 */
	void opened(CaseNumber number, String messageId, String html);

	/**
	 * A letter came back: the message and the address are marked.
	 * @param messageId of our letter, or null if the bounce does not say
	 * @param email the address that failed, or null: the case's contact
	 */
	void bounced(CaseNumber number, String messageId, String email, String why, Instant at);

}
