package org.tierline.intake.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Word;

/** How a row of the table inbound_mail reads. */
final class InboundMailRow {

	static final String COLUMNS = " id, message_id, sender, subject, size, state, why, case_id, opened,"
			+ " received_at, finished_at, copies, attempts, released, written_at, said_id,"
			+ " decided_at, decided_by, decided_why ";

	private InboundMailRow() {
	}

	static InboundMail read(ResultSet row, int index) throws SQLException {
		long number = row.getLong("case_id");
		return new InboundMail(row.getLong("id"), row.getString("message_id"), row.getString("sender"),
				row.getString("subject"), row.getLong("size"), Word.of(MailState.class, row.getString("state")),
				row.getString("why"), (number > 0) ? CaseNumber.of(number) : null, row.getBoolean("opened"),
				instant(row, "received_at"), instant(row, "finished_at"), row.getInt("copies"), row.getInt("attempts"),
				row.getBoolean("released"), instant(row, "written_at"), row.getString("said_id"), decision(row));
	}

	private static InboundMail.Decision decision(ResultSet row) throws SQLException {
		Instant at = instant(row, "decided_at");
		return (at != null) ? new InboundMail.Decision(at, row.getString("decided_by"), row.getString("decided_why"))
				: null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	static OffsetDateTime at(Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
