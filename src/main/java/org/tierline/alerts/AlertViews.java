package org.tierline.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts as they are shown, with their steps. */
@Repository
class AlertViews {

	private final JdbcClient jdbc;

	AlertViews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Alert> find(long id) {
		return withSteps(this.jdbc.sql("select * from alert where id = ?").param(id).query(AlertViews::alert).list())
			.stream()
			.findFirst();
	}

	List<Alert> of(CaseNumber number) {
		return withSteps(this.jdbc.sql("select * from alert where case_id = ? order by id")
			.param(number.id())
			.query(AlertViews::alert)
			.list());
	}

	List<Alert> list(Boolean open, CaseNumber number, Long after, int limit) {
		String sql = "select * from alert where (cast(:case as bigint) is null or case_id = :case)"
				+ " and (cast(:after as bigint) is null or id < :after)" + isOpen(open)
				+ " order by id desc limit :limit";
		return withSteps(this.jdbc.sql(sql)
			.param("case", (number != null) ? number.id() : null)
			.param("after", after)
			.param("limit", limit)
			.query(AlertViews::alert)
			.list());
	}

	/** In words that the partial index knows. */
	private static String isOpen(Boolean open) {
		if (open == null) {
			return "";
		}
		String condition = "(acknowledged_at is null and ended_at is null)";
		return open ? " and " + condition : " and not " + condition;
	}

	private List<Alert> withSteps(List<Alert> alerts) {
		Map<Long, List<Alert.Step>> steps = this.jdbc
			.sql("select * from alert_step where alert_id = any(?) order by no")
			.param(alerts.stream().map(Alert::id).toArray(Long[]::new))
			.query((row, index) -> Map.entry(row.getLong("alert_id"), step(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return alerts.stream().map((alert) -> alert.with(steps.getOrDefault(alert.id(), List.of()))).toList();
	}

	private static Alert alert(ResultSet row, int index) throws SQLException {
		return new Alert(row.getLong("id"), Columns.number(row), row.getString("target"),
				Columns.word(row, "level", Level.class), Columns.instant(row, "passed_at"),
				Columns.instant(row, "due_at"), Columns.instant(row, "raised_at"),
				Columns.instant(row, "acknowledged_at"), row.getString("acknowledged_by"), row.getString("note"),
				Columns.instant(row, "ended_at"), row.getString("ended_why"), List.of());
	}

	private static Alert.Step step(ResultSet row) throws SQLException {
		return new Alert.Step(row.getInt("no"), new Recipient(row.getString("recipient")),
				Columns.millis(row, "delay_ms"), Columns.instant(row, "due_at"), Columns.instant(row, "taken_at"),
				row.getString("told"), row.getString("skipped"));
	}

}
