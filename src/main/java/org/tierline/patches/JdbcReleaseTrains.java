package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table release_train. */
@Repository
class JdbcReleaseTrains implements ReleaseTrains {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcReleaseTrains(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<ReleaseTrain> list() {
		return this.jdbc.sql("select * from release_train order by lower(name)").query(JdbcReleaseTrains::read).list();
	}

	@Override
	public Optional<ReleaseTrain> find(String name) {
		return this.jdbc.sql("select * from release_train where lower(name) = lower(?)")
			.param(name)
			.query(JdbcReleaseTrains::read)
			.optional();
	}

	@Override
	public boolean save(ReleaseTrain train, String who) {
		return this.jdbc
			.sql("""
					insert into release_train (name, kind, track, weekday, every_weeks, week_of_month, from_day,
					freeze_working_days, time_zone, country, ahead, changed_at, changed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					on conflict (lower(name)) do update set kind = excluded.kind, track = excluded.track,
					weekday = excluded.weekday, every_weeks = excluded.every_weeks,
					week_of_month = excluded.week_of_month, from_day = excluded.from_day,
					freeze_working_days = excluded.freeze_working_days, time_zone = excluded.time_zone,
					country = excluded.country, ahead = excluded.ahead, changed_at = excluded.changed_at,
					changed_by = excluded.changed_by returning xmax = 0""")
			.params(train.name(), train.kind().code(), train.track().code(), train.weekday().getValue(),
					train.everyWeeks(), Columns.code(train.weekOfMonth()), train.from(), train.freezeWorkingDays(),
					train.timeZone().getId(), train.country(), train.ahead(), Columns.at(this.clock.instant()), who)
			.query(Boolean.class)
			.single();
	}

	@Override
	public boolean end(String name) {
		return this.jdbc.sql("delete from release_train where lower(name) = lower(?)").param(name).update() > 0;
	}

	@Override
	public List<ReleaseTrain.Stop> missing(ReleaseTrain train) {
		return this.jdbc.sql("select id from release_train where lower(name) = lower(?) for update skip locked")
			.param(train.name())
			.query(Long.class)
			.optional()
			.map((id) -> missing(train, id))
			.orElse(List.of());
	}

	private List<ReleaseTrain.Stop> missing(ReleaseTrain train, long id) {
		Set<LocalDate> planned = Set.copyOf(this.jdbc.sql("select train_day from release where train_id = ?")
			.param(id)
			.query(LocalDate.class)
			.list());
		return train.stops(this.clock.instant()).stream().filter((stop) -> !planned.contains(stop.day())).toList();
	}

	@Override
	public void planned(ReleaseTrain train, ReleaseTrain.Stop stop) {
		this.jdbc.sql("""
				update release set train_id = (select id from release_train where lower(name) = lower(?)),
				train_day = ?, freeze_at = ? where lower(name) = lower(?)""")
			.params(train.name(), stop.day(), Columns.at(stop.freezeAt()), stop.release())
			.update();
	}

	private static ReleaseTrain read(ResultSet row, int index) throws SQLException {
		return new ReleaseTrain(row.getString("name"), Columns.word(row, "kind", ReleaseKind.class),
				Columns.word(row, "track", Track.class), DayOfWeek.of(row.getInt("weekday")),
				row.getObject("every_weeks", Integer.class), Columns.word(row, "week_of_month", WeekOfMonth.class),
				row.getObject("from_day", LocalDate.class), row.getInt("freeze_working_days"),
				ZoneId.of(row.getString("time_zone")), row.getString("country"), row.getInt("ahead"));
	}

}
