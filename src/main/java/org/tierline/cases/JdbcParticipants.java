package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table participant. */
@Repository
class JdbcParticipants implements Participants {

	private final JdbcClient jdbc;

	JdbcParticipants(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Participant> of(CaseNumber number) {
		return of(List.of(number));
	}

	@Override
	public List<Participant> of(Collection<CaseNumber> numbers) {
		return select("where case_id = any(:ids) order by case_id, role desc, id").param("ids", CaseNumber.ids(numbers))
			.query(JdbcParticipants::read)
			.list();
	}

	@Override
	public Optional<Participant> find(CaseNumber number, String email) {
		return select("where case_id = ? and lower(email) = lower(?)").params(number.id(), email)
			.query(JdbcParticipants::read)
			.optional();
	}

	@Override
	public Optional<Participant> byToken(String token) {
		return select("where token = ?").param(token.toLowerCase(Locale.ROOT)).query(JdbcParticipants::read).optional();
	}

	@Override
	public void join(CaseNumber number, String email, String name) {
		this.jdbc.sql("""
				insert into participant (case_id, email, name, role) values (?, ?, left(?, 200), 'cc')
				on conflict do nothing""").params(number.id(), email, name).update();
	}

	@Override
	public void heardFrom(CaseNumber number, String email) {
		this.jdbc.sql("""
				update participant set bounced_at = null, bounced_why = null
				where case_id = ? and lower(email) = lower(?) and bounced_at is not null""")
			.params(number.id(), email)
			.update();
	}

	private JdbcClient.StatementSpec select(String rest) {
		return this.jdbc.sql("select * from participant " + rest);
	}

	static Participant read(ResultSet row, int index) throws SQLException {
		return new Participant(row.getLong("id"), Columns.number(row, "case_id"), row.getString("email"),
				row.getString("name"), Columns.word(row, "role", ParticipantRole.class), row.getString("token"),
				Columns.instant(row, "bounced_at"), row.getString("bounced_why"));
	}

}
