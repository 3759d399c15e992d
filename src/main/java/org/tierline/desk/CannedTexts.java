package org.tierline.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers to begin with, by name; placeholders are filled in for each case. */
@Repository
class CannedTexts {

	private final JdbcClient jdbc;

	private final Clock clock;

	CannedTexts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<CannedText> all() {
		return this.jdbc.sql("select * from canned_text order by lower(name) limit 500")
			.query(CannedTexts::read)
			.list();
	}

	Optional<CannedText> find(String name) {
		return this.jdbc.sql("select * from canned_text where name = ?")
			.param(name)
			.query(CannedTexts::read)
			.optional();
	}

	/**
	 * Keeps the text under its name.
	 * @return whether the name is new
	 */
	boolean keep(String name, String body, String who) {
		return this.jdbc.sql("""
				insert into canned_text (name, body, changed_at, changed_by) values (?, ?, ?, ?)
				on conflict (name) do update set body = excluded.body, changed_at = excluded.changed_at,
				changed_by = excluded.changed_by returning xmax = 0""")
			.params(name, body, Columns.at(this.clock.instant()), who)
			.query(Boolean.class)
			.single();
	}

	boolean drop(String name) {
		return this.jdbc.sql("delete from canned_text where name = ?").param(name).update() > 0;
	}

	private static CannedText read(ResultSet row, int index) throws SQLException {
		return new CannedText(row.getString("name"), row.getString("body"), Columns.instant(row, "changed_at"),
				row.getString("changed_by"));
	}

	/** A text with its placeholders, and who wrote it. */
	record CannedText(String name, String body, Instant changedAt, String changedBy) {
	}

}
