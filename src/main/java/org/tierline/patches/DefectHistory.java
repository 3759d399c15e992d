package org.tierline.patches;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

	void workaround(DefectNumber number, Instant at, String who, String body) {
		this.jdbc.sql("insert into defect_workaround (defect_id, at, who, body) values (?, ?, ?, ?)")
			.params(number.id(), Columns.at(at), who, body)
			.update();
	}

	void rule(DefectNumber number, Ruling ruling, Instant at) {
		this.jdbc.sql("insert into defect_ruling (defect_id, rank, at, who, why) values (?, ?, ?, ?, ?)")
			.params(number.id(), ruling.rank(), Columns.at(at), ruling.who(), ruling.why())
			.update();
	}

	Optional<Ruling> ruling(DefectNumber number) {
		return this.jdbc.sql("select rank, who, why from defect_ruling where defect_id = ? order by id desc limit 1")
			.param(number.id())
			.query((row, index) -> new Ruling(row.getObject("rank", Integer.class), row.getString("who"),
					row.getString("why")))
			.optional()
			.filter((ruling) -> ruling.rank() != null);
	}

	void rank(DefectNumber number, Rank rank, Demand demand, Instant dueAt, Instant at, String who, String why) {
		this.jdbc.sql("""
				insert into defect_rank (defect_id, rank, vehicle, track, severity, companies, best_plan,
				priority_updates, due_at, at, who, why) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(number.id(), rank.rank(), rank.vehicle().code(), rank.track().code(), demand.severity(),
					demand.companies(), demand.bestPlan().code(), demand.priorityUpdates(), Columns.at(dueAt),
					Columns.at(at), who, why)
			.update();
	}

}
