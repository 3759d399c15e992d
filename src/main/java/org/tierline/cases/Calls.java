package org.tierline.cases;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls that customers asked for, and the attempts to reach them. */
@Repository
class Calls {

	/** After so many calls in vain the case goes on in writing. */
	static final int TRIES = 3;

	private static final String LATEST = "(select id from call_wish where case_id = ? order by id desc limit 1)";

	private final JdbcClient jdbc;

	Calls(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void wish(CaseNumber number, Instant wishedFor, Instant at) {
		this.jdbc.sql("insert into call_wish (case_id, wished_for, at) values (?, ?, ?)")
			.params(number.id(), Columns.at(wishedFor), Columns.at(at))
			.update();
	}

	Optional<Instant> wished(CaseNumber number) {
		return this.jdbc.sql("select wished_for from call_wish where id = " + LATEST)
			.param(number.id())
			.query((row, index) -> Columns.instant(row, "wished_for"))
			.optional();
	}

	void attempt(CaseNumber number, Instant at, String who, boolean reached, String note) {
		this.jdbc.sql("insert into call_attempt (wish_id, at, who, reached, note) values (" + LATEST + ", ?, ?, ?, ?)")
			.params(number.id(), Columns.at(at), who, reached, note)
			.update();
	}

	/** How often nobody was reached since the customer last asked for a call. */
	int missed(CaseNumber number) {
		return this.jdbc.sql("select count(*) from call_attempt where not reached and wish_id = " + LATEST)
			.param(number.id())
			.query(Integer.class)
			.single();
	}

}
