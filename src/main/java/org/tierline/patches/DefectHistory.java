package org.tierline.patches;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.tierline.customers.Plan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What happened to the defects: steps, rankings, rulings, workarounds. Rows are only
 * added.
 */
@Repository
class DefectHistory {

	private final JdbcClient jdbc;

	DefectHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void step(DefectNumber number, DefectStep step) {
		this.jdbc.sql("insert into defect_step (defect_id, state, at, who, note) values (?, ?, ?, ?, ?)")
			.params(number.id(), step.state().code(), Columns.at(step.at()), step.who(), step.note())
			.update();
	}

	List<DefectStep> steps(DefectNumber number) {
		return this.jdbc.sql("select state, at, who, note from defect_step where defect_id = ? order by id")
			.param(number.id())
			.query((row, index) -> new DefectStep(Columns.word(row, "state", DefectState.class),
					Columns.instant(row, "at"), row.getString("who"), row.getString("note")))
			.list();
	}

	void describe(DefectNumber number, Description what, Instant at, String who, String why) {
		this.jdbc.sql("""
				insert into defect_description (defect_id, at, who, why, title, product, affected_versions)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(number.id(), Columns.at(at), who, why, what.title(), what.product(), what.versionText())
			.update();
	}

	void rule(DefectNumber number, Ruling ruling, Instant at) {
		this.jdbc.sql(
				"insert into defect_ruling (defect_id, rank, vehicle, track, at, who, why) values (?, ?, ?, ?, ?, ?, ?)")
			.params(number.id(), ruling.rank(), Columns.code(ruling.vehicle()), Columns.code(ruling.track()),
					Columns.at(at), ruling.who(), ruling.why())
			.update();
	}

	Optional<Ruling> ruling(DefectNumber number) {
		return this.jdbc.sql(
				"select rank, vehicle, track, who, why from defect_ruling where defect_id = ? order by id desc limit 1")
			.param(number.id())
			.query((row, index) -> new Ruling(row.getObject("rank", Integer.class),
					Columns.word(row, "vehicle", Vehicle.class), Columns.word(row, "track", Track.class),
					row.getString("who"), row.getString("why")))
			.optional()
			.filter(Ruling::overrules);
	}

	/** A ranking that says what the one before said is no news. */
	void rank(DefectNumber number, Rank rank, Demand demand, Instant dueAt, Instant at, String who, String why) {
		this.jdbc
			.sql("""
					insert into defect_rank (defect_id, rank, vehicle, track, severity, companies, best_plan,
					priority_updates, due_at, why, at, who)
					select :defect, n.*, :at, :who from (values (:rank::int, :vehicle::varchar, :track::varchar,
					:severity::smallint, :companies::int, :plan::varchar, :priority::boolean, :due::timestamptz, :why::text)) n
					where not exists (select from (select rank, vehicle, track, severity, companies, best_plan,
					priority_updates, due_at, why from defect_rank where defect_id = :defect order by id desc limit 1) k
					where (k.*) is not distinct from (n.*))""")
			.param("defect", number.id())
			.param("rank", rank.rank())
			.param("vehicle", rank.vehicle().code())
			.param("track", rank.track().code())
			.param("severity", demand.severity())
			.param("companies", demand.companies())
			.param("plan", demand.bestPlan().code())
			.param("priority", demand.priorityUpdates())
			.param("due", Columns.at(dueAt))
			.param("why", why)
			.param("at", Columns.at(at))
			.param("who", who)
			.update();
	}

	/** What the newest ranking was decided from. */
	Optional<Demand> demand(DefectNumber number) {
		return this.jdbc.sql("""
				select severity, companies, best_plan, priority_updates from defect_rank where defect_id = ?
				order by id desc limit 1""")
			.param(number.id())
			.query((row, index) -> new Demand(row.getInt("severity"), row.getInt("companies"),
					Plan.of(row.getString("best_plan")), row.getBoolean("priority_updates")))
			.optional();
	}

}
