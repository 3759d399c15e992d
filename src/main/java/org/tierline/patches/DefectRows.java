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
			select d.id, d.title, d.product, d.affected_versions, w.body as workaround, d.state, k.severity, k.rank,
			k.track, k.vehicle, k.due_at, d.reported_at, r.name as release, d.merged_into,
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

	DefectNumber insert(Description what, Instant at, String who) {
		return DefectNumber.of(this.jdbc.sql("""
				insert into defect (id, title, product, affected_versions, state, reported_at, reported_by)
				values (nextval('defect_number'), ?, ?, ?, 'reported', ?, ?) returning id""")
			.params(what.title(), what.product(), what.versionText(), Columns.at(at), who)
			.query(Long.class)
			.single());
	}

	void describe(DefectNumber number, Description what) {
		this.jdbc.sql("update defect set title = ?, product = ?, affected_versions = ? where id = ?")
			.params(what.title(), what.product(), what.versionText(), number.id())
			.update();
	}

	Optional<Defect> find(DefectNumber number) {
		return this.jdbc.sql(SELECT + "where d.id = ?").param(number.id()).query(DefectRows::read).optional();
	}

	List<Defect> list(DefectFilter filter, DefectNumber after, int limit) {
		DefectQuery query = DefectQuery.of(filter, after, limit);
		return this.jdbc.sql(SELECT + query.where() + " order by d.id desc limit :limit")
			.params(query.params())
			.query(DefectRows::read)
			.list();
	}

	/** Where the cases of a duplicate went in the end; of any other defect itself. */
	DefectNumber survivor(DefectNumber number) {
		return DefectNumber.of(this.jdbc.sql("""
				with recursive way as (select id, merged_into from defect where id = ?
				union select d.id, d.merged_into from defect d join way on d.id = way.merged_into)
				select coalesce((select id from way where merged_into is null), ?)""")
			.params(number.id(), number.id())
			.query(Long.class)
			.single());
	}

	void merge(DefectNumber number, DefectNumber survivor) {
		this.jdbc.sql("update defect set merged_into = ? where id = ?").params(survivor.id(), number.id()).update();
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
				Description.versions(row.getString("affected_versions")), row.getString("workaround"),
				Columns.word(row, "state", DefectState.class), row.getObject("severity", Integer.class),
				row.getObject("rank", Integer.class), Columns.word(row, "track", Track.class),
				Columns.word(row, "vehicle", Vehicle.class), Columns.instant(row, "due_at"),
				Columns.instant(row, "reported_at"), row.getString("release"), Columns.defect(row, "merged_into"),
				Columns.cases(row, "cases"));
	}

}
