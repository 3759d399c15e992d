package org.tierline.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Date;

/**
 * A date and time with its offset. Steps and due dates read it as {@link Date}, the
 * engine's own word for an instant.
 *
 * @param noPastDays today is the earliest day, as in the browser
 */
record MomentAnswer(boolean noPastDays) implements AnswerRule {

	private static final int LAST_YEAR = 9999;

	@Override
	public Date read(Object value, FormSituation situation) throws FieldRefused {
		OffsetDateTime moment = moment(value);
		if (moment.getYear() > LAST_YEAR || moment.getYear() < 1) {
			throw new FieldRefused("is no date of our times");
		}
		if (this.noPastDays && moment.toLocalDate().isBefore(today(moment, situation))) {
			throw new FieldRefused("may not lie in the past");
		}
		return Date.from(moment.toInstant());
	}

	private static LocalDate today(OffsetDateTime moment, FormSituation situation) {
		return LocalDate.ofInstant(situation.now(), moment.getOffset());
	}

	private static OffsetDateTime moment(Object value) throws FieldRefused {
		if (value instanceof Date date) {
			return Instant.ofEpochMilli(date.getTime()).atOffset(ZoneOffset.UTC);
		}
		if (value instanceof Instant instant) {
			return instant.atOffset(ZoneOffset.UTC);
		}
		return parsed(value);
	}

	private static OffsetDateTime parsed(Object value) throws FieldRefused {
		try {
			return OffsetDateTime.parse(String.valueOf(value).strip());
		}
		catch (DateTimeParseException ex) {
			throw new FieldRefused("must be a date and time with an offset, such as 2026-01-31T10:00Z");
		}
	}

}
