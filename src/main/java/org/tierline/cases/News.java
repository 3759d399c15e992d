package org.tierline.cases;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When customers heard from us, read from the timeline. */
@Repository
class News {

	private final JdbcClient jdbc;

	private final Writes writes;

	News(JdbcClient jdbc, Writes writes) {
		this.jdbc = jdbc;
		this.writes = writes;
	}

	/**
	 * When the customer had news last or the case came back to us, whichever is later;
	 * empty if no person has answered yet.
	 */
	Optional<Instant> last(CaseNumber number) {
		this.writes.flush();
		return this.jdbc.sql("""
				select max(at) as at from timeline where case_id = ?
				and (what in ('answered', 'asked', 'resumed', 'resolved', 'disagreed', 'reopened')
				or (what = 'called' and why like 'reached%')) having max(at) is not null""")
			.param(number.id())
			.query((row, index) -> Columns.instant(row, "at"))
			.optional();
	}

}
