package org.tierline.cases;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
			besides(messageId, participant.email()).forEach((mate, id) -> {
				mark(mate, why, at);
				markCopy(mate, id, why, at);
			});
		});
	}

	/** A mail about several cases came back for all of them. */
	private Map<Participant, String> besides(String messageId, String email) {
		return this.jdbc.sql("""
				select p.*, o.message_id from message l join message o on o.batch = l.batch and o.id <> l.id
				join participant p on p.case_id = o.case_id and lower(p.email) = lower(:email)
				join message_copy c on c.message = o.id and c.participant_id = p.id where l.message_id = :id""")
			.param("id", messageId, Types.VARCHAR)
			.param("email", email)
			.query((row, index) -> Map.entry(JdbcParticipants.read(row, index), row.getString("message_id")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
