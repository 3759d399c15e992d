package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
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

	/** The next cases in order; empty: all is done. */
	Optional<Batch> next(int limit);

	/**
	 * Those cases of a batch that are still to be done, which nobody else does until the
	 * transaction ends.
	 */
	Batch take(Batch batch);

	/** Done, or found to be over meanwhile. */
	void done(Batch batch, Collection<CaseNumber> moved);

	/** They could not be done; the others go on. */
	void failed(Batch batch, String fault);

	/** The newest first. */
	List<Progress> progress(int limit);

	/** Some cases of one change. */
	record Batch(long id, PromiseChange change, List<CaseNumber> cases) {

		/** The same in two parts; a single case is not parted. */
		public List<Batch> halves() {
			int half = this.cases.size() / 2;
			return List.of(of(this.cases.subList(0, half)), of(this.cases.subList(half, this.cases.size())));
		}

		Batch of(List<CaseNumber> some) {
			return new Batch(this.id, this.change, some);
		}

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
