package org.tierline.cases;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each case (R23): written once, never changed. */
@Repository
class Timeline {

	private final JdbcClient jdbc;

	Timeline(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber number, Instant at, What what, String who, String why) {
		this.jdbc.sql("insert into timeline (case_id, at, what, who, why) values (?, ?, ?, ?, ?)")
			.params(number.id(), Columns.at(at), what.code(), who, why)
			.update();
	}

	List<TimelineEntry> of(CaseNumber number) {
		return this.jdbc.sql("select at, what, who, why from timeline where case_id = ? order by at, id")
			.param(number.id())
			.query((row, index) -> new TimelineEntry(Columns.instant(row, "at"), Columns.word(row, "what", What.class),
					row.getString("who"), row.getString("why")))
			.list();
	}

}
