package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table defect, read with their newest rank, workaround and plan. */
@Repository
class DefectRows {

	private static final String SELECT = """
			select d.id, d.title, d.product, w.body as workaround, d.state, k.severity, k.rank, k.track, k.vehicle,
			k.due_at, d.reported_at, r.name as release,
			array(select t.case_id from defect_case t where t.defect_id = d.id and t.untied_at is null order by t.id)
			as cases
			from defect d
			left join lateral (select * from defect_rank where defect_id = d.id order by id desc limit 1) k on true
			left join lateral (select body from defect_workaround where defect_id = d.id order by id desc limit 1) w
			on true
			left join release_defect p on p.defect_id = d.id and p.withdrawn_at is null and not p.early
			left join release r on r.id = p.release_id
			""";

	private final JdbcClient jdbc;

	DefectRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	DefectNumber insert(String title, String product, Instant at, String who) {
		return DefectNumber.of(this.jdbc.sql("""
				insert into defect (id, title, product, state, reported_at, reported_by)
				values (nextval('defect_number'), ?, ?, 'reported', ?, ?) returning id""")
			.params(title, product, Columns.at(at), who)
			.query(Long.class)
			.single());
	}

	Optional<Defect> find(DefectNumber number) {
		return this.jdbc.sql(SELECT + "where d.id = ?").param(number.id()).query(DefectRows::read).optional();
	}

	List<Defect> list(DefectState state, DefectNumber after, int limit) {
		return this.jdbc.sql(SELECT + """
				where (:state::varchar is null or d.state = :state) and (:after::bigint is null or d.id < :after)
				order by d.id desc limit :limit""")
			.param("state", Columns.code(state))
			.param("after", (after != null) ? after.id() : null)
			.param("limit", limit)
			.query(DefectRows::read)
			.list();
	}

	/**
	 * Not the strongest lock: rows that point to the defect may be added meanwhile, so
	 * that a ranking or a tie never waits for those who only hold it.
	 */
	Optional<DefectState> lock(DefectNumber number) {
		return this.jdbc.sql("select state from defect where id = ? for no key update")
			.param(number.id())
			.query((row, index) -> Columns.word(row, "state", DefectState.class))
			.optional();
	}

	Instant reportedAt(DefectNumber number) {
		return this.jdbc.sql("select reported_at from defect where id = ?")
			.param(number.id())
			.query((row, index) -> Columns.instant(row, "reported_at"))
			.single();
	}

	void move(DefectNumber number, DefectState state) {
		this.jdbc.sql("update defect set state = ? where id = ?").params(state.code(), number.id()).update();
	}

	private static Defect read(ResultSet row, int index) throws SQLException {
		return new Defect(DefectNumber.of(row.getLong("id")), row.getString("title"), row.getString("product"),
				row.getString("workaround"), Columns.word(row, "state", DefectState.class),
				row.getObject("severity", Integer.class), row.getObject("rank", Integer.class),
				Columns.word(row, "track", Track.class), Columns.word(row, "vehicle", Vehicle.class),
				Columns.instant(row, "due_at"), Columns.instant(row, "reported_at"), row.getString("release"),
				Columns.cases(row, "cases"));
	}

}
