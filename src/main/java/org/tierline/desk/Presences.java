package org.tierline.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has a case open right now, on whichever node: a row per browser tab, told anew
 * every few seconds and believed for half a minute.
 */
@Repository
class Presences {

	static final Duration BELIEVED = Duration.ofSeconds(30);

	private final JdbcClient jdbc;

	private final Clock clock;

	Presences(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void seen(CaseNumber number, String login, String seat, String doing) {
		this.jdbc.sql("""
				insert into presence (case_id, login, seat, doing, seen_at) values (?, ?, ?, ?, ?)
				on conflict (case_id, login, seat) do update set doing = excluded.doing, seen_at = excluded.seen_at""")
			.params(number.id(), login, seat, doing, Columns.at(this.clock.instant()))
			.update();
		forget();
	}

	void gone(CaseNumber number, String login, String seat) {
		this.jdbc.sql("delete from presence where case_id = ? and login = ? and seat = ?")
			.params(number.id(), login, seat)
			.update();
	}

	/** The other logins, each once; writing says more than looking. */
	List<Present> others(CaseNumber number, String login) {
		return this.jdbc.sql("""
				select login, max(doing) as doing from presence where case_id = ? and login <> ? and seen_at > ?
				group by login order by login limit 20""")
			.params(number.id(), login, Columns.at(since()))
			.query((row, index) -> new Present(row.getString("login"), row.getString("doing")))
			.list();
	}

	/** What is over is swept along; nobody waits for a row that another call sweeps. */
	private void forget() {
		this.jdbc.sql("""
				delete from presence where (case_id, login, seat) in (select case_id, login, seat from presence
				where seen_at < ? limit 100 for update skip locked)""").params(Columns.at(since())).update();
	}

	private Instant since() {
		return this.clock.instant().minus(BELIEVED);
	}

	/**
	 * Somebody who has the case open.
	 *
	 * @param doing looking or writing
	 */
	record Present(String login, String doing) {
	}

}
