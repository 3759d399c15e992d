package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The letters that wait for delivery: message rows are the queue. Any number of nodes
 * takes from it; what a node took and did not finish is free again after the lease. The
 * letters of a case go out one after the other, in their order.
 */
public interface Outbox {

	/**
	 * Takes the letter that has been due longest, and gives it its Message-ID.
	 * @param domain of the Message-ID
	 */
	Optional<Outgoing> take(Duration lease, String domain);

	/**
	 * Keeps a letter that takes its time.
	 * @return false if another node has it by now, or it is delivered
	 */
	boolean renew(Outgoing letter, Duration lease);

	/** The mail server took the letter for that participant. */
	void reached(Outgoing letter, Participant participant);

	/** The mail server refused it for good: this participant will not get it. */
	void refused(Outgoing letter, Participant participant, String why);

	/**
	 * Everybody who can has got it: the letter is sent, or has failed for the contact.
	 */
	void done(Outgoing letter);

	/**
	 * It did not go this time.
	 * @param why null: for no reason of its own
	 */
	void later(Outgoing letter, String why, Instant next);

	/** It will never go. */
	void failed(Outgoing letter, String why);

	/** How the queue stands. */
	Backlog backlog();

	/**
	 * The queue in figures.
	 *
	 * @param waiting letters that are not delivered yet
	 * @param oldest when the oldest of them was written, or null
	 * @param why what the last attempt at the oldest met with, or null
	 * @param failed letters that will not be delivered
	 * @param bounced letters that came back
	 */
	record Backlog(long waiting, Instant oldest, String why, long failed, long bounced) {
	}

}
