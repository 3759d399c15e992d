package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.tierline.cases.ClockLedger.Alarm;
import org.tierline.cases.ClockLedger.Segment;
import org.tierline.sla.CalendarKind;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the past of a case's clocks, by clock. */
@Repository
class LedgerRows {

	static final String RUNNING = "running";

	static final String PAUSED = "paused";

	private final JdbcClient jdbc;

	LedgerRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<Long, List<Past>> segments(CaseNumber number) {
		return read("""
				select s.* from clock_segment s join clock c on c.id = s.clock_id where c.case_id = ?
				order by s.id""", number, LedgerRows::past);
	}

	Map<Long, List<Alarm>> alarms(CaseNumber number) {
		return read("""
				select a.* from clock_alarm a join clock c on c.id = a.clock_id where c.case_id = ?
				order by a.at, a.due_at""", number, LedgerRows::alarm);
	}

	private <T> Map<Long, List<T>> read(String sql, CaseNumber number, RowMapper<T> mapper) {
		return this.jdbc.sql(sql)
			.param(number.id())
			.query((row, index) -> Map.entry(row.getLong("clock_id"), mapper.mapRow(row, index)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static Past past(ResultSet row, int index) throws SQLException {
		return new Past(row.getInt("period"), row.getString("kind"),
				CalendarKind.valueOf(row.getString("calendar").toUpperCase(Locale.ROOT)),
				Columns.instant(row, "from_at"), Columns.instant(row, "to_at"),
				Duration.ofMillis(row.getLong("working_ms")), row.getString("reason"));
	}

	private static Alarm alarm(ResultSet row, int index) throws SQLException {
		return new Alarm(row.getInt("deadline_no"), row.getString("level"), Columns.instant(row, "due_at"),
				Columns.instant(row, "at"));
	}

	/** A segment that is over, as it was counted then. */
	record Past(int period, String kind, CalendarKind calendar, Instant from, Instant to, Duration working,
			String reason) {

		Segment with(Worked worked) {
			return new Segment(this.period, this.kind, this.calendar, this.from, this.to, this.working, worked,
					this.reason);
		}

	}

}
