package org.tierline.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Word;

/** Reads and writes the column types of this room. */
final class Columns {

	private Columns() {
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	static OffsetDateTime at(Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	static Duration millis(ResultSet row, String column) throws SQLException {
		return Duration.ofMillis(row.getLong(column));
	}

	static <E extends Enum<E> & Word> E word(ResultSet row, String column, Class<E> type) throws SQLException {
		return Word.of(type, row.getString(column));
	}

	static CaseNumber number(ResultSet row) throws SQLException {
		return CaseNumber.of(row.getLong("case_id"));
	}

	/** At most so many characters, for what is only read by people. */
	static String cut(String text, int most) {
		return (text != null && text.length() > most) ? text.substring(0, most) : text;
	}

}
