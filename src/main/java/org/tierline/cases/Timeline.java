package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each case (R23): written once, never changed. */
@Repository
class Timeline {

	private final JdbcClient jdbc;

	private final Writes writes;

	Timeline(JdbcClient jdbc, Writes writes) {
		this.jdbc = jdbc;
		this.writes = writes;
	}

	void add(CaseNumber number, Instant at, What what, String who, String why) {
		this.writes.write("insert into timeline (case_id, at, what, who, why) values (?, ?, ?, ?, ?)", number.id(),
				Columns.at(at), what.code(), who, Columns.text(why));
	}

	/** The same for many cases. */
	void add(Collection<CaseNumber> numbers, Instant at, What what, String who, String why) {
		this.jdbc.sql("""
				insert into timeline (case_id, at, what, who, why)
				select id, :at, :what, :who, :why from unnest(cast(:ids as bigint[])) id order by id""")
			.param("ids", CaseNumber.ids(numbers))
			.param("at", Columns.at(at))
			.param("what", what.code())
			.param("who", who)
			.param("why", why)
			.update();
	}

	/** A reason in the timeline's words: what, and what somebody said of it; or null. */
	static String because(String reason, String note) {
		return Stream.of(reason, note).filter(Objects::nonNull).reduce((a, b) -> a + ": " + b).orElse(null);
	}

	List<TimelineEntry> of(CaseNumber number) {
		this.writes.flush();
		return this.jdbc.sql("select at, what, who, why from timeline where case_id = ? order by at, id")
			.param(number.id())
			.query(Timeline::read)
			.list();
	}

	/** The newest entries, oldest first. */
	List<TimelineEntry> newest(CaseNumber number, int limit) {
		this.writes.flush();
		return this.jdbc.sql("""
				select * from (select id, at, what, who, why from timeline where case_id = ?
				order by id desc limit ?) newest order by at, id""")
			.params(number.id(), limit)
			.query(Timeline::read)
			.list();
	}

	private static TimelineEntry read(ResultSet row, int index) throws SQLException {
		return new TimelineEntry(Columns.instant(row, "at"), Columns.word(row, "what", What.class),
				row.getString("who"), row.getString("why"));
	}

}
