package org.tierline.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.tierline.sla.CalendarKind;
import org.tierline.sla.Span;
import org.tierline.sla.WorkingTime;

/**
 * The working time between two instants, stretch by stretch, by the calendars that
 * counted then.
 *
 * @param stretches the first {@value #MOST}, in order
 * @param rest those after them as one sum; null if there are no more
 */
public record Worked(List<Stretch> stretches, Rest rest) {

	/** Months of working days; nobody adds up more by hand. */
	static final int MOST = 100;

	static final Worked NOTHING = new Worked(List.of(), null);

	static Worked of(SiteHistory sites, CalendarKind kind, Instant from, Instant to) {
		List<Stretch> all = sites.between(from, to).stream().flatMap((part) -> stretches(part, kind)).toList();
		return (all.size() <= MOST) ? new Worked(all, null)
				: new Worked(all.subList(0, MOST), Rest.of(all.subList(MOST, all.size())));
	}

	private static Stream<Stretch> stretches(SiteHistory.Part part, CalendarKind kind) {
		WorkingTime time = (kind == CalendarKind.ALWAYS) ? WorkingTime.always() : SiteTime.of(part.site());
		return time.spans(part.from(), part.to()).stream().map((span) -> Stretch.of(span, part));
	}

	/** All of it. */
	public Duration total() {
		Duration listed = sum(this.stretches.stream());
		return (this.rest != null) ? listed.plus(this.rest.working()) : listed;
	}

	private static Duration sum(Stream<Stretch> stretches) {
		return stretches.map(Stretch::working).reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * Uninterrupted working time, as the wall clock of the site shows it.
	 *
	 * @param to not part of it
	 */
	public record Stretch(ZonedDateTime from, ZonedDateTime to, Duration working) {

		static Stretch of(Span span, SiteHistory.Part part) {
			return new Stretch(span.start().atZone(part.site().timeZone()), span.end().atZone(part.site().timeZone()),
					Duration.between(span.start(), span.end()));
		}

	}

	/**
	 * Stretches that are not listed.
	 *
	 * @param days local dates on which they begin
	 */
	public record Rest(ZonedDateTime from, ZonedDateTime to, int stretches, int days, Duration working) {

		static Rest of(List<Stretch> stretches) {
			Set<LocalDate> days = new HashSet<>();
			stretches.forEach((one) -> days.add(one.from().toLocalDate()));
			return new Rest(stretches.get(0).from(), stretches.get(stretches.size() - 1).to(), stretches.size(),
					days.size(), sum(stretches.stream()));
		}

	}

}
