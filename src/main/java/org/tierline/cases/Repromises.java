package org.tierline.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Promises that are to be made anew because a plan, a site or the table of targets has
 * changed: for many cases, so they are queued here, done a batch at a time, and survive a
 * kill.
 */
public interface Repromises {

	/**
	 * Queues the cases that are worked on, in the transaction of the change.
	 * @param companyId whose cases; null: all
	 * @param siteBefore where the company's site until then is kept, for the record
	 */
	void request(Long companyId, Long siteBefore, Instant changedAt, String who, String why);

	/** The next cases in order, which nobody else takes meanwhile; empty: all is done. */
	Optional<Batch> take(int limit);

	/** Done, or found to be over meanwhile. */
	void done(Batch batch, CaseNumber number, boolean moved);

	/** It could not be done; the others go on. */
	void failed(Batch batch, CaseNumber number, String fault);

	/** The newest first. */
	List<Progress> progress(int limit);

	/** Some cases of one change. */
	record Batch(long id, Instant changedAt, String who, String why, List<CaseNumber> cases) {
	}

	/**
	 * How far a change has come.
	 *
	 * @param moved cases of which a deadline has moved
	 * @param failed cases that somebody must look at
	 * @param finishedAt null: not yet
	 */
	record Progress(long id, String why, String who, Instant changedAt, int total, int done, int moved, int failed,
			Instant finishedAt) {
	}

}
