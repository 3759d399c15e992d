package org.tierline.patches;

import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes in table defect_progress_note; rows are only added. */
@Repository
class ProgressNoteRows implements ProgressNotes {

	/** Of the newest note n of a defect. */
	static final String IN_FORCE = """
			n.body is not null and not exists (select from defect_step s
			where s.defect_id = n.defect_id and s.id > n.step_id and s.state <> n.state)
			""";

	private static final String NEWEST = """
			(select * from defect_progress_note where defect_id = ? order by id desc limit 1) n where
			""" + IN_FORCE;

	private final JdbcClient jdbc;

	private final Clock clock;

	ProgressNoteRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Optional<Note> of(DefectNumber number) {
		return this.jdbc.sql("select n.body, n.who, n.at from " + NEWEST)
			.param(number.id())
			.query((row, index) -> new Note(row.getString("body"), row.getString("who"), Columns.instant(row, "at")))
			.optional();
	}

	@Override
	public String version(DefectNumber number) {
		return this.jdbc
			.sql("select concat_ws('.', state, (select max(id) from defect_step s where s.defect_id = d.id),"
					+ " (select n.id from " + NEWEST.replace("?", "d.id") + ")) from defect d where d.id = ?")
			.param(number.id())
			.query(String.class)
			.optional()
			.orElseThrow(() -> new NoSuchDefect(number));
	}

	@Override
	public void write(DefectNumber number, String text, String who) {
		this.jdbc.sql("""
				insert into defect_progress_note (defect_id, step_id, state, at, who, body)
				select d.id, (select max(id) from defect_step where defect_id = d.id), d.state, :at, :who, :body
				from defect d where d.id = :defect""")
			.param("defect", number.id())
			.param("at", Columns.at(this.clock.instant()))
			.param("who", who)
			.param("body", text, java.sql.Types.VARCHAR)
			.update();
	}

}
