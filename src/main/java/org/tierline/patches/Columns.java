package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

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

	static <E extends Enum<E> & Word> E word(ResultSet row, String column, Class<E> type) throws SQLException {
		String code = row.getString(column);
		return (code != null) ? Word.of(type, code) : null;
	}

	static String code(Word word) {
		return (word != null) ? word.code() : null;
	}

	static List<CaseNumber> cases(ResultSet row, String column) throws SQLException {
		return ids(row, column).stream().map(CaseNumber::of).toList();
	}

	static List<DefectNumber> defects(ResultSet row, String column) throws SQLException {
		return ids(row, column).stream().map(DefectNumber::of).toList();
	}

	static DefectNumber defect(ResultSet row, String column) throws SQLException {
		Long id = row.getObject(column, Long.class);
		return (id != null) ? DefectNumber.of(id) : null;
	}

	private static List<Long> ids(ResultSet row, String column) throws SQLException {
		return Arrays.asList((Long[]) row.getArray(column).getArray());
	}

}
