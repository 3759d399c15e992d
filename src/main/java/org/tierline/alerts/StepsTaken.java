package org.tierline.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of steps that are taken together. */
class StepsTaken {

	private final Instant at;

	private final List<Change> changes = new ArrayList<>();

	private final List<Long> overtaken = new ArrayList<>();

	private final List<Long> waiting = new ArrayList<>();

	StepsTaken(Instant at) {
		this.at = at;
	}

	void told(StepRows.Step step, String whom) {
		this.changes.add(new Change(step.alert(), step.no(), this.at, whom, null, null));
	}

	void skipped(StepRows.Step step, String why) {
		this.changes.add(new Change(step.alert(), step.no(), this.at, null, why, null));
	}

	void dueAt(long alert, int no, Instant due) {
		this.changes.add(new Change(alert, no, null, null, null, due));
	}

	/** The deadline has passed, for which another alert goes on. */
	void overtaken(long alert) {
		this.overtaken.add(alert);
	}

	/** The case waits for a release, which takes its own time. */
	void waitsForRelease(long alert) {
		this.waiting.add(alert);
	}

	/** The steps first: what ends an alert ends those that are not taken. */
	void write(StepRows steps, AlertRows alerts) {
		steps.write(this.changes);
		this.overtaken.forEach((alert) -> alerts.overtaken(alert, this.at));
		if (!this.waiting.isEmpty()) {
			alerts.end(this.waiting, "the case waits for a release", this.at);
		}
	}

	/** Of one step; what is null stays as it is. */
	record Change(long alert, int no, Instant takenAt, String told, String skipped, Instant dueAt) {
	}

}
