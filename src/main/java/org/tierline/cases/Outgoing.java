package org.tierline.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A letter that a node has taken to deliver it.
 *
 * @param body what the customer is told; the template of the occasion is the frame
 * @param who login of the technician, or {@link Casework#TIERLINE}
 * @param messageId stable, whoever tries it how often
 * @param attempts this one included, from 1
 * @param references the Message-IDs of the thread, oldest first; it answers the last
 * @param participants all of the case, the contact first
 * @param missing those of them who have not got it yet and can be reached
 * @param besides the letters of other cases that go to their readers in the same mail
 */
public record Outgoing(long id, CaseNumber number, Occasion occasion, Instant at, String who, String body,
		String messageId, int attempts, List<String> references, List<Participant> participants,
		List<Participant> missing, List<Attachment> attachments, List<Outgoing> besides) {

	/** The letter and those besides it. */
	public List<Outgoing> all() {
		return Stream.concat(Stream.of(this), this.besides.stream()).toList();
	}

	/** Their keys in the database. */
	Long[] ids() {
		return all().stream().map(Outgoing::id).toArray(Long[]::new);
	}

}
