package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The messages of the cases. What staff say to the customer is queued with the step that
 * caused it and delivered after commit.
 */
@Repository
class Conversation {

	private final JdbcClient jdbc;

	Conversation(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Message add(CaseNumber number, Instant at, Author author, String who, Visibility visibility, String body) {
		boolean goesOut = author == Author.STAFF && visibility == Visibility.PUBLIC;
		Delivery delivery = goesOut ? Delivery.QUEUED : Delivery.NONE;
		long id = this.jdbc.sql("""
				insert into message (case_id, at, author, who, visibility, body, delivery)
				values (?, ?, ?, ?, ?, ?, ?) returning id""")
			.params(number.id(), Columns.at(at), author.code(), who, visibility.code(), body, delivery.code())
			.query(Long.class)
			.single();
		return new Message(id, number, at, author, who, visibility, body, delivery);
	}

	List<Message> of(CaseNumber number) {
		return this.jdbc.sql("""
				select id, case_id, at, author, who, visibility, body, delivery from message
				where case_id = ? order by id""").param(number.id()).query(Conversation::read).list();
	}

	/** The newest before that message, oldest first. */
	List<Message> newest(CaseNumber number, long before, int limit) {
		return this.jdbc.sql("""
				select * from (select id, case_id, at, author, who, visibility, body, delivery from message
				where case_id = ? and id < ? order by id desc limit ?) newest order by id""")
			.params(number.id(), before, limit)
			.query(Conversation::read)
			.list();
	}

	private static Message read(ResultSet row, int index) throws SQLException {
		return new Message(row.getLong("id"), Columns.number(row, "case_id"), Columns.instant(row, "at"),
				Columns.word(row, "author", Author.class), row.getString("who"),
				Columns.word(row, "visibility", Visibility.class), row.getString("body"),
				Columns.word(row, "delivery", Delivery.class));
	}

}
