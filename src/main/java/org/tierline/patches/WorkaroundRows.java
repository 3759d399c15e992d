package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The workarounds and who was told them. */
@Repository
class WorkaroundRows implements Workarounds {

	/** Nobody is told again what he was told last, be it by a defect that was merged. */
	private static final String NEWS = """
			(select o.body from workaround_notice n join defect_workaround o on o.id = n.workaround_id
			where n.case_id = t.case_id and n.told order by n.done_at desc, o.id desc limit 1) is distinct from w.body
			""";

	private static final String NEWEST = """
			w.id = (select max(id) from defect_workaround where defect_id = w.defect_id)
			""";

	private static final String REQUEST = """
			insert into workaround_notice (workaround_id, case_id, requested_at)
			select w.id, t.case_id, :at from defect_workaround w join defect_case t on t.defect_id = w.defect_id
			where w.defect_id = :defect and t.untied_at is null
			and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done')
			and %s and %s and (:case::bigint is null or t.case_id = :case)
			on conflict do nothing""".formatted(NEWEST, NEWS);

	private static final String NOTICES = """
			select n.workaround_id, w.defect_id, n.case_id, w.who, w.body
			from workaround_notice n join defect_workaround w on w.id = n.workaround_id where n.done_at is null
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	WorkaroundRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void keep(DefectNumber number, Instant at, String who, String body) {
		int kept = this.jdbc.sql("""
				insert into defect_workaround (defect_id, at, who, body) select :defect, :at, :who, :body
				where :body is distinct from (select body from defect_workaround where defect_id = :defect
				order by id desc limit 1)""")
			.param("defect", number.id())
			.param("at", Columns.at(at))
			.param("who", who)
			.param("body", body)
			.update();
		if (kept > 0) {
			request(number, null, at);
		}
	}

	private int request(DefectNumber number, Long supportCase, Instant at) {
		return this.jdbc.sql(REQUEST)
			.param("defect", number.id())
			.param("case", supportCase)
			.param("at", Columns.at(at))
			.update();
	}

	@Override
	public Optional<Notice> forLate(DefectNumber number, CaseNumber supportCase) {
		request(number, supportCase.id(), this.clock.instant());
		return this.jdbc.sql(NOTICES + " and w.defect_id = ? and n.case_id = ? order by w.id desc limit 1")
			.params(number.id(), supportCase.id())
			.query(WorkaroundRows::read)
			.optional();
	}

	@Override
	public List<Notice> due(int limit) {
		return this.jdbc.sql(NOTICES + " order by n.workaround_id, n.case_id limit ?")
			.param(limit)
			.query(WorkaroundRows::read)
			.list();
	}

	@Override
	public boolean matters(Notice notice) {
		return this.jdbc
			.sql("""
					select exists (select from defect_workaround w join defect_case t on t.defect_id = w.defect_id
					where w.id = ? and t.case_id = ? and t.untied_at is null
					and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done') and\s""" + NEWEST
					+ ")")
			.params(notice.workaround(), notice.number().id())
			.query(Boolean.class)
			.single();
	}

	@Override
	public boolean done(Notice notice, boolean told) {
		return this.jdbc.sql("""
				update workaround_notice set done_at = ?, told = ?
				where workaround_id = ? and case_id = ? and done_at is null""")
			.params(Columns.at(this.clock.instant()), told, notice.workaround(), notice.number().id())
			.update() > 0;
	}

	@Override
	public void failed(Notice notice, String fault) {
		this.jdbc.sql("""
				update workaround_notice set done_at = ?, fault = left(?, 500)
				where workaround_id = ? and case_id = ? and done_at is null""")
			.params(Columns.at(this.clock.instant()), fault, notice.workaround(), notice.number().id())
			.update();
	}

	private static Notice read(ResultSet row, int index) throws SQLException {
		return new Notice(row.getLong("workaround_id"), DefectNumber.of(row.getLong("defect_id")),
				CaseNumber.of(row.getLong("case_id")), row.getString("who"), row.getString("body"));
	}

}
