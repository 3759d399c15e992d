package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.SqlParameterValue;

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

	/**
	 * Also null is known as a text: without a type the driver has each such statement
	 * parsed anew.
	 */
	static SqlParameterValue text(String value) {
		return new SqlParameterValue(Types.VARCHAR, value);
	}

	static <E extends Enum<E> & Word> E word(ResultSet row, String column, Class<E> type) throws SQLException {
		String code = row.getString(column);
		return (code != null) ? Word.of(type, code) : null;
	}

	static Tier tier(ResultSet row, String column) throws SQLException {
		int number = row.getInt(column);
		return row.wasNull() ? null : Tier.of(number);
	}

	static CaseNumber number(ResultSet row, String column) throws SQLException {
		long id = row.getLong(column);
		return row.wasNull() ? null : CaseNumber.of(id);
	}

}
