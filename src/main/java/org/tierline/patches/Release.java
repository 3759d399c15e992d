package org.tierline.patches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A release as its rows stand.
 *
 * @param plannedFor the day it should be out, or null
 * @param freezeAt from then on a defect needs a reason to come in, or null
 * @param train the rule that has planned it, or null
 * @param notes what somebody wrote for customers to read, or null
 * @param generatedNotes what its verified defects say, or null: for customers where
 * nobody wrote anything
 * @param downloadUrl where customers get it, or null
 * @param capacity how many defects it should bring at most, or null: no limit
 * @param defects what it fixes, by number
 * @param withdrawal who took it back, or null
 */
public record Release(String name, ReleaseKind kind, Track track, LocalDate plannedFor, Instant freezeAt, String train,
		String notes, String generatedNotes, String downloadUrl, Integer capacity, ReleaseState state,
		List<DefectNumber> defects, Deliveries deliveries, Withdrawal withdrawal) {

	/** What customers read about it, or null. */
	public String notesForCustomers() {
		return (this.notes != null) ? this.notes : this.generatedNotes;
	}

	/**
	 * How far the release has reached its customers.
	 *
	 * @param total the cases that got it or wait for it
	 * @param done those that got it
	 * @param failed those that could not be given it yet: it is tried again
	 */
	public record Deliveries(int total, int done, int failed) {
	}

	/** Somebody took the release back. */
	public record Withdrawal(Instant at, String who, String reason) {
	}

}
