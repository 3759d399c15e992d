package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails of the tables message and first_mail. */
@Repository
class JdbcCorrespondence implements Correspondence {

	private static final String MAILS = """
			(select case_id, message_id from message where message_id = any(:ids)
			union all select case_id, message_id from first_mail where message_id = any(:ids)) mails
			""";

	private final JdbcClient jdbc;

	private final Participants participants;

	JdbcCorrespondence(JdbcClient jdbc, Participants participants) {
		this.jdbc = jdbc;
		this.participants = participants;
	}

	@Override
	public boolean knows(String messageId) {
		return caseOf(List.of(messageId)).isPresent();
	}

	@Override
	public boolean isLetter(String messageId) {
		return this.jdbc.sql("select count(*) from message where message_id = ? and occasion is not null")
			.param(messageId)
			.query(Long.class)
			.single() > 0;
	}

	@Override
	public Optional<CaseNumber> caseOf(Collection<String> messageIds) {
		return this.jdbc.sql("select max(case_id) as case_id from " + MAILS + " having max(case_id) is not null")
			.param("ids", messageIds.toArray(String[]::new))
			.query((row, index) -> Columns.number(row, "case_id"))
			.optional();
	}

	@Override
	public void opened(CaseNumber number, String messageId, String html) {
		this.jdbc.sql("insert into first_mail (case_id, message_id, html) values (?, ?, ?)")
			.params(number.id(), messageId, SafeHtml.of(html))
			.update();
	}

	@Override
	public void bounced(CaseNumber number, String messageId, String email, String why, Instant at) {
		Optional<Participant> addressee = (email != null) ? this.participants.find(number, email)
				: this.participants.of(number).stream().findFirst();
		addressee.ifPresent((participant) -> {
			mark(participant, why, at);
			markCopy(participant, messageId, why, at);
		});
	}

	private void mark(Participant participant, String why, Instant at) {
		this.jdbc.sql("update participant set bounced_at = ?, bounced_why = ? where id = ?")
			.params(Columns.at(at), why, participant.id())
			.update();
	}

	private void markCopy(Participant participant, String messageId, String why, Instant at) {
		this.jdbc.sql("""
				insert into message_copy (message, participant_id, state, why, at)
				select id, ?, 'bounced', ?, ? from message where case_id = ? and message_id = ?
				on conflict (message, participant_id) do update
				set state = excluded.state, why = excluded.why, at = excluded.at""")
			.params(participant.id(), why, Columns.at(at), participant.number().id(), messageId)
			.update();
		boolean contact = participant.role() == ParticipantRole.CONTACT;
		this.jdbc
			.sql("update message set delivery_why = ?" + (contact ? ", delivery = 'bounced'" : "")
					+ " where case_id = ? and message_id = ? and author = 'staff'")
			.params(participant.email() + ": " + why, participant.number().id(), messageId)
			.update();
	}

}
