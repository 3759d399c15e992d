package org.tierline.intake.code;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.Word;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables code_hook and code_call. */
@Repository
class CodeHooks {

	private final JdbcClient jdbc;

	private final Clock clock;

	CodeHooks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<CodeHook> all() {
		return this.jdbc.sql("select name, host, last_heard_at from code_hook order by name")
			.query(CodeHooks::read)
			.list();
	}

	Optional<CodeHook> find(String name) {
		return this.jdbc.sql("select name, host, last_heard_at from code_hook where name = ?")
			.param(name)
			.query(CodeHooks::read)
			.optional();
	}

	/** Never shown, nor written into a log. */
	String secret(String name) {
		return this.jdbc.sql("select secret from code_hook where name = ?").param(name).query(String.class).single();
	}

	void save(String name, CodeHost host, String secret, String who) {
		this.jdbc.sql("""
				insert into code_hook (name, host, secret, saved_at, saved_by) values (?, ?, ?, ?, ?)
				on conflict (name) do update set host = excluded.host, secret = excluded.secret,
				saved_at = excluded.saved_at, saved_by = excluded.saved_by""")
			.params(name, host.code(), secret, now(), who)
			.update();
	}

	/** What it told stays told. */
	boolean remove(String name) {
		return this.jdbc.sql("delete from code_hook where name = ?").param(name).update() > 0;
	}

	/**
	 * Keeps that a call is heard, with what follows from it.
	 * @return false if the same was heard before: whoever sends it at the same time waits
	 */
	boolean hear(String name, byte[] fingerprint) {
		this.jdbc.sql("update code_hook set last_heard_at = ? where name = ?").params(now(), name).update();
		return this.jdbc.sql("insert into code_call (hook, fingerprint, at) values (?, ?, ?) on conflict do nothing")
			.params(name, fingerprint, now())
			.update() > 0;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static CodeHook read(ResultSet row, int index) throws SQLException {
		OffsetDateTime heard = row.getObject("last_heard_at", OffsetDateTime.class);
		Instant at = (heard != null) ? heard.toInstant() : null;
		return new CodeHook(row.getString("name"), Word.of(CodeHost.class, row.getString("host")), at);
	}

}
