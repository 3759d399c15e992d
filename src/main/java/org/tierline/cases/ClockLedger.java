package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.tierline.sla.CalendarKind;
import org.tierline.sla.Span;

/**
 * Why a clock shows what it shows, so that a person can add it up: what is allowed = the
 * working time of the segments of the present period + what is ahead until it is due. A
 * deadline that was missed already is kept and adds up no more.
 *
 * @param allowed what is promised, or more: a reopened case has a working hour at least
 * @param tableVersion version of the table sla-targets by which it was promised; a later
 * one that promises the case the same is not named
 * @param deadline counts the deadlines it has had
 * @param period counts its beginnings from nothing: each answer starts the update clock
 * anew
 * @param segments what it did, oldest first; the last one is still open while it runs or
 * is paused
 * @param ahead the working time from now on until it is due, in order; empty unless it
 * runs
 * @param alarms warnings, breaches and their consequences, oldest first
 */
public record ClockLedger(ClockReading reading, CalendarKind calendar, Duration promised, Duration allowed,
		Integer tableVersion, int deadline, int period, List<Segment> segments, List<Span> ahead, List<Alarm> alarms) {

	/**
	 * A stretch in which the clock ran or stood.
	 *
	 * @param to null: still
	 * @param working working time that it counts, by the calendar as it was then
	 */
	public record Segment(int period, String kind, Instant from, Instant to, Duration working, String reason) {
	}

	/** A level of a deadline that has acted; each acts once. */
	public record Alarm(int deadline, String level, Instant dueAt, Instant at) {
	}

}
