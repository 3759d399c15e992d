package org.tierline.intake.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table mail_folder: who reads a mailbox, and how far. The lease goes by the clock of
 * the database, which all nodes share. It only spares work: what two readers store at
 * once is still stored once.
 */
@Repository
class MailFolders {

	/** After that time another node takes over from one that was killed. */
	static final Duration LEASE = Duration.ofSeconds(30);

	private final JdbcClient jdbc;

	MailFolders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Takes or prolongs the lease; false if another node has it. */
	boolean claim(String folder, String node) {
		return this.jdbc
			.sql("""
					insert into mail_folder (name, reader, reader_until) values (:name, :node, now() + :lease * interval '1 second')
					on conflict (name) do update set reader = excluded.reader, reader_until = excluded.reader_until
					where mail_folder.reader = excluded.reader or mail_folder.reader_until < now()""")
			.param("name", folder)
			.param("node", node)
			.param("lease", LEASE.toSeconds())
			.update() > 0;
	}

	/** Gives the lease back, so that the next node need not wait for its end. */
	void release(String folder, String node) {
		this.jdbc.sql("update mail_folder set reader_until = now() - interval '1 second' where name = ? and reader = ?")
			.params(folder, node)
			.update();
	}

	/**
	 * How far the folder is read. A server that has numbered its mails anew is read from
	 * the beginning: what is known already is known by its Message-ID.
	 */
	Position position(String folder, long uidValidity) {
		this.jdbc.sql("""
				update mail_folder set uid_validity = :validity, last_uid = 0
				where name = :name and uid_validity is distinct from :validity""")
			.param("validity", uidValidity)
			.param("name", folder)
			.update();
		return this.jdbc.sql("select last_uid, since from mail_folder where name = ?")
			.param(folder)
			.query(MailFolders::read)
			.single();
	}

	/** Only ahead: a reader that lost its lease meanwhile takes nothing back. */
	void reached(String folder, long uidValidity, long uid) {
		this.jdbc.sql("""
				update mail_folder set last_uid = greatest(last_uid, ?) where name = ? and uid_validity = ?""")
			.params(uid, folder, uidValidity)
			.update();
	}

	private static Position read(ResultSet row, int index) throws SQLException {
		return new Position(row.getLong("last_uid"), row.getObject("since", OffsetDateTime.class).toInstant());
	}

	/**
	 * How far a mailbox is read.
	 *
	 * @param since when we first looked into it
	 */
	record Position(long lastUid, Instant since) {
	}

}
