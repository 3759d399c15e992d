package org.tierline.cases;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables attachment and attachment_chunk: a file is a row and its pieces. */
@Repository
class JdbcAttachments implements Attachments {

	/** Small enough to keep many uploads in memory, large enough for few round trips. */
	private static final int CHUNK = 256 * 1024;

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcAttachments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Attachment add(CaseNumber number, Long message, String name, InputStream content, String who)
			throws IOException {
		if (message != null) {
			refuseIfGone(number, message);
		}
		BufferedInputStream bytes = new BufferedInputStream(content);
		String safe = FileName.of(name);
		String type = FileType.of(bytes, safe);
		long id = insert(number, message, safe, type, who);
		long size = store(id, bytes, room(number, message));
		this.jdbc.sql("update attachment set size = ? where id = ?").params(size, id).update();
		return find(number, id).orElseThrow();
	}

	/** Locks the message too: it is not sent before its file is there. */
	private void refuseIfGone(CaseNumber number, long message) {
		boolean gone = this.jdbc.sql("""
				select author = 'staff' and visibility = 'public' and (delivery <> 'queued' or attempts > 0)
				from message where case_id = ? and id = ? for update""")
			.params(number.id(), message)
			.query(Boolean.class)
			.optional()
			.orElseThrow(() -> new NoSuchMessage(number, message));
		if (gone) {
			throw new StateForbids("The message has gone out already: send the file with another one");
		}
	}

	private long insert(CaseNumber number, Long message, String name, String type, String who) {
		return this.jdbc.sql("""
				insert into attachment (case_id, message, name, type, size, at, who) values (?, ?, ?, ?, 0, ?, ?)
				returning id""")
			.params(number.id(), message, name, type, Columns.at(this.clock.instant()), who)
			.query(Long.class)
			.single();
	}

	/** What the message may still take. */
	private long room(CaseNumber number, Long message) {
		return MESSAGE_LIMIT - this.jdbc
			.sql("select coalesce(sum(size), 0) from attachment where case_id = ? and message is not distinct from ?")
			.params(number.id(), message)
			.query(Long.class)
			.single();
	}

	private long store(long id, InputStream bytes, long room) throws IOException {
		long size = 0;
		int no = 0;
		for (byte[] chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
			size += chunk.length;
			refuseBeyond(size, room);
			this.jdbc.sql("insert into attachment_chunk (attachment_id, no, bytes) values (?, ?, ?)")
				.params(id, no++, chunk)
				.update();
		}
		return size;
	}

	private static void refuseBeyond(long size, long room) {
		if (size > FILE_LIMIT) {
			throw new TooLarge("A file may have 25 MB.");
		}
		if (size > room) {
			throw new TooLarge("The files of a message may have 50 MB together.");
		}
	}

	@Override
	public List<Attachment> of(CaseNumber number) {
		return of(List.of(number));
	}

	@Override
	public List<Attachment> of(Collection<CaseNumber> numbers) {
		return this.jdbc.sql("select * from attachment where case_id = any(:ids) order by id")
			.param("ids", CaseNumber.ids(numbers))
			.query(JdbcAttachments::read)
			.list();
	}

	@Override
	public Optional<Attachment> find(CaseNumber number, long id) {
		return this.jdbc.sql("select * from attachment where case_id = ? and id = ?")
			.params(number.id(), id)
			.query(JdbcAttachments::read)
			.optional();
	}

	/** Each piece is a query of its own: a slow reader holds no connection. */
	@Override
	public void write(Attachment attachment, OutputStream target) throws IOException {
		for (int no = 0; (long) no * CHUNK < attachment.size(); no++) {
			target.write(this.jdbc.sql("select bytes from attachment_chunk where attachment_id = ? and no = ?")
				.params(attachment.id(), no)
				.query(byte[].class)
				.single());
		}
	}

	private static Attachment read(ResultSet row, int index) throws SQLException {
		return new Attachment(row.getLong("id"), Columns.number(row, "case_id"), row.getObject("message", Long.class),
				row.getString("name"), row.getString("type"), row.getLong("size"), Columns.instant(row, "at"),
				row.getString("who"));
	}

}
