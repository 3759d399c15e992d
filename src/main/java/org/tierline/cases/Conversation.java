package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The messages of the cases. What staff say to the customer is queued with the step that
 * caused it and delivered after commit.
 */
@Repository
class Conversation {

	private static final String COLUMNS = " id, case_id, at, author, who, visibility, body, delivery, channel, occasion,"
			+ " delivery_why, delivered_at, html ";

	private static final String REPORT = """
			insert into message (case_id, at, author, who, visibility, body, delivery, channel, occasion,
			next_attempt_at, batch) values (?, ?, 'staff', ?, 'public', ?, 'queued', 'email', ?, ?, ?)""";

	private static final String LETTER = """
			insert into message (case_id, at, author, who, visibility, body, delivery, channel, occasion,
			next_attempt_at) values (?, ?, 'staff', ?, 'public', ?, 'queued', 'email', ?, ?)""";

	private final JdbcClient jdbc;

	private final Writes writes;

	private final Attachments attachments;

	Conversation(JdbcClient jdbc, Writes writes, Attachments attachments) {
		this.jdbc = jdbc;
		this.writes = writes;
		this.attachments = attachments;
	}

	/** A letter to the customer, queued. */
	void write(CaseNumber number, Instant at, String who, Occasion occasion, String body) {
		this.writes.write(LETTER, number.id(), Columns.at(at), who, body, occasion.code(), Columns.at(at));
	}

	/**
	 * A progress report, queued.
	 * @param batch of the mail that brings those of other cases too, or null
	 */
	void report(CaseNumber number, Instant at, String body, Long batch) {
		this.writes.write(REPORT, number.id(), Columns.at(at), Casework.TIERLINE, body, Occasion.PROGRESS_REPORT.code(),
				Columns.at(at), new SqlParameterValue(Types.BIGINT, batch));
	}

	/** A letter to the customer, queued, to be shown to whoever wrote it. */
	Message say(CaseNumber number, Instant at, String who, Occasion occasion, String body) {
		return this.jdbc.sql(LETTER + " returning " + COLUMNS)
			.params(number.id(), Columns.at(at), who, body, occasion.code(), Columns.at(at))
			.query(Conversation::read)
			.single();
	}

	/** What the newest letter to the customer was about. */
	Optional<Occasion> newest(CaseNumber number) {
		this.writes.flush();
		return this.jdbc
			.sql("select occasion from message where case_id = ? and occasion is not null order by id desc limit 1")
			.param(number.id())
			.query((row, index) -> Columns.word(row, "occasion", Occasion.class))
			.optional();
	}

	/** A note that the customer does not see. */
	Message note(CaseNumber number, Instant at, String who, String body) {
		return this.jdbc.sql("""
				insert into message (case_id, at, author, who, visibility, body, delivery, channel)
				values (?, ?, 'staff', ?, 'internal', ?, 'none', 'web') returning """ + COLUMNS)
			.params(number.id(), Columns.at(at), who, body)
			.query(Conversation::read)
			.single();
	}

	/** What a customer wrote. */
	Message hear(CaseNumber number, Instant at, Inbound inbound) {
		return this.jdbc.sql("""
				insert into message (case_id, at, author, who, visibility, body, delivery, channel, html, message_id,
				in_reply_to) values (?, ?, 'customer', ?, 'public', ?, 'none', ?, ?, ?, ?) returning """ + COLUMNS)
			.params(number.id(), Columns.at(at), inbound.from(), inbound.body(), inbound.channel().code(),
					SafeHtml.of(inbound.html()), inbound.messageId(), inbound.inReplyTo())
			.query(Conversation::read)
			.single();
	}

	List<Message> of(CaseNumber number) {
		this.writes.flush();
		return withFiles(number,
				this.jdbc.sql("select " + COLUMNS + " from message where case_id = ? order by id")
					.param(number.id())
					.query(Conversation::read)
					.list());
	}

	/** The newest before that message, oldest first. */
	List<Message> newest(CaseNumber number, long before, int limit) {
		this.writes.flush();
		return withFiles(number,
				this.jdbc
					.sql("select * from (select " + COLUMNS
							+ " from message where case_id = ? and id < ? order by id desc limit ?) newest order by id")
					.params(number.id(), before, limit)
					.query(Conversation::read)
					.list());
	}

	private List<Message> withFiles(CaseNumber number, List<Message> messages) {
		Map<Long, List<Attachment>> files = this.attachments.of(number)
			.stream()
			.filter((file) -> file.message() != null)
			.collect(Collectors.groupingBy(Attachment::message));
		return messages.stream().map((message) -> message.with(files.getOrDefault(message.id(), List.of()))).toList();
	}

	private static Message read(ResultSet row, int index) throws SQLException {
		return new Message(row.getLong("id"), Columns.number(row, "case_id"), Columns.instant(row, "at"),
				Columns.word(row, "author", Author.class), row.getString("who"),
				Columns.word(row, "visibility", Visibility.class), row.getString("body"),
				Columns.word(row, "delivery", Delivery.class), Columns.word(row, "channel", Channel.class),
				Columns.word(row, "occasion", Occasion.class), row.getString("delivery_why"),
				Columns.instant(row, "delivered_at"), row.getString("html"), List.of());
	}

}
