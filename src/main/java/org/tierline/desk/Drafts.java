package org.tierline.desk;

import java.time.Clock;
import java.util.List;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Visibility;
import org.tierline.cases.Word;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each technician has written and not sent (F26). */
@Repository
class Drafts {

	private final JdbcClient jdbc;

	private final Clock clock;

	Drafts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void keep(CaseNumber number, String login, Draft draft) {
		this.jdbc
			.sql("""
					insert into draft (case_id, login, kind, body, changed_at) values (?, ?, ?, ?, ?)
					on conflict (case_id, login, kind) do update set body = excluded.body, changed_at = excluded.changed_at""")
			.params(number.id(), login, draft.kind().code(), draft.body(), Columns.at(this.clock.instant()))
			.update();
	}

	void drop(CaseNumber number, String login, Visibility kind) {
		this.jdbc.sql("delete from draft where case_id = ? and login = ? and kind = ?")
			.params(number.id(), login, kind.code())
			.update();
	}

	/** Drops the draft only if it is what was sent: a form's answer is another text. */
	void sent(CaseNumber number, String login, Visibility kind, String body) {
		this.jdbc.sql("""
				delete from draft where case_id = ? and login = ? and kind = ?
				and btrim(body, E' \\t\\r\\n') = btrim(?, E' \\t\\r\\n')""")
			.params(number.id(), login, kind.code(), body)
			.update();
	}

	List<Draft> of(CaseNumber number, String login) {
		return this.jdbc.sql("select kind, body from draft where case_id = ? and login = ? order by kind")
			.params(number.id(), login)
			.query((row, index) -> new Draft(Word.of(Visibility.class, row.getString("kind")), row.getString("body")))
			.list();
	}

	/** A text for one of the two boxes. */
	record Draft(Visibility kind, String body) {
	}

}
