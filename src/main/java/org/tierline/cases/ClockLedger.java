package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.tierline.customers.Site;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.FreeDay;

/**
 * Why a clock shows what it shows, so that a person can add it up: what is allowed = the
 * working time of the segments of the present period + what is ahead until it is due.
 *
 * @param zone of the site as it is now
 * @param allowed what is promised, or more: a reopened case has a working hour at least
 * @param used working time of the segments of the present period
 * @param left what is ahead, or what remained when it was paused; null once it is over
 * @param tableVersion version of the table sla-targets by which it was promised; a later
 * one that promises the case the same is not named
 * @param deadline counts the deadlines it has had
 * @param period counts its beginnings from nothing: each answer starts the update clock
 * anew
 * @param remark why it does not add up; null if it does
 * @param calendars by which it counts, in order
 * @param segments what it did, oldest first; the last one is still open while it runs or
 * is paused
 * @param ahead the working time from now on until it is due; nothing unless it runs
 * @param alarms warnings, breaches and their consequences, oldest first
 */
public record ClockLedger(ClockReading reading, CalendarKind calendar, ZoneId zone, Duration promised, Duration allowed,
		Duration used, Duration left, Integer tableVersion, int deadline, int period, String remark,
		List<Calendar> calendars, List<Segment> segments, Worked ahead, List<Alarm> alarms) {

	/**
	 * A stretch in which the clock ran or stood.
	 *
	 * @param to null: still
	 * @param working working time that it counts, by the calendar as it was then
	 * @param worked the same, stretch by stretch
	 */
	public record Segment(int period, String kind, CalendarKind calendar, Instant from, Instant to, Duration working,
			Worked worked, String reason) {

		/**
		 * What was counted and is not found in the calendars any more: public holidays of
		 * another version, or a site that was changed while it was counted. Null if
		 * nothing.
		 */
		public Duration unexplained() {
			Duration difference = this.working.minus(this.worked.total());
			return difference.isZero() ? null : difference;
		}

	}

	/**
	 * What counts as working time, and from when until when the clock counted by it.
	 *
	 * @param holidays the days in that time on which the site does not work
	 */
	public record Calendar(CalendarKind kind, Site site, Instant from, Instant to, List<FreeDay> holidays) {
	}

	/** A level of a deadline that has acted; each acts once. */
	public record Alarm(int deadline, String level, Instant dueAt, Instant at) {
	}

}
