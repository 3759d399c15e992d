package org.tierline.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The files of the cases, kept in the database and streamed in and out. Writing joins the
 * caller's transaction, so that a message and its files come together or not at all.
 */
public interface Attachments {

	/** The most bytes of a file. */
	long FILE_LIMIT = 25L * 1024 * 1024;

	/** The most bytes of a message's files together. */
	long MESSAGE_LIMIT = 50L * 1024 * 1024;

	/**
	 * Adds a file.
	 * @param message null: it belongs to the opening of the case
	 * @param name as the sender called it: folders and control characters are taken off
	 * @throws NoSuchMessage if the case has no such message
	 * @throws StateForbids if the message has gone out to the customer
	 * @throws TooLarge beyond one of the limits; the transaction must not be committed
	 */
	Attachment add(CaseNumber number, Long message, String name, InputStream content, String who) throws IOException;

	/** All files of a case, oldest first. */
	List<Attachment> of(CaseNumber number);

	/** The same of many cases. */
	List<Attachment> of(Collection<CaseNumber> numbers);

	Optional<Attachment> find(CaseNumber number, long id);

	/** Writes the content, a piece at a time. */
	void write(Attachment attachment, OutputStream target) throws IOException;

	/** A file or a message's files are beyond the limit. */
	class TooLarge extends RuntimeException {

		TooLarge(String message) {
			super(message);
		}

	}

}
