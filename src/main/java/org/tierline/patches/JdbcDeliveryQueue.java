package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue in table delivery; every node takes from it. */
@Repository
class JdbcDeliveryQueue implements DeliveryQueue {

	private static final String SELECT = """
			select d.id, d.case_id, d.defect_id, r.name as release, d.attempts, (t.untied_at is null
			and not exists (select from delivery o where o.tie_id = d.tie_id and o.state = 'done')) as waits,
			(select w.name from delivery o join release w on w.id = o.release_id where o.tie_id = d.tie_id
			and o.state = 'recalled' order by o.id desc limit 1) as replaced
			from delivery d join defect_case t on t.id = d.tie_id join release r on r.id = d.release_id
			join support_case c on c.id = d.case_id where d.state in ('queued', 'failed')
			""";

	private static final String LOCK = " for no key update of d, c skip locked";

	/** What went wrong is for people to read: the rest is in the log. */
	private static final int LONGEST_REASON = 1000;

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcDeliveryQueue(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<Due> take(int limit) {
		return this.jdbc.sql(SELECT + "and d.next_attempt_at <= ? order by d.next_attempt_at, d.id limit ?" + LOCK)
			.params(Columns.at(this.clock.instant()), limit)
			.query(JdbcDeliveryQueue::read)
			.list();
	}

	@Override
	public Optional<Due> take(long id) {
		return this.jdbc.sql(SELECT + "and d.id = ?" + LOCK).param(id).query(JdbcDeliveryQueue::read).optional();
	}

	@Override
	public void done(Collection<Due> deliveries) {
		this.jdbc.sql("""
				update delivery set state = 'done', delivered_at = :at, next_attempt_at = null, why = null
				where id = any(:ids)""")
			.param("at", Columns.at(this.clock.instant()))
			.param("ids", deliveries.stream().map(Due::id).toArray(Long[]::new))
			.update();
	}

	@Override
	public void dropped(Due delivery, String why) {
		this.jdbc.sql("update delivery set state = 'dropped', next_attempt_at = null, why = ? where id = ?")
			.params(why, delivery.id())
			.update();
	}

	@Override
	public void failed(Due delivery, String why, Duration again) {
		this.jdbc.sql("""
				update delivery set state = 'failed', attempts = attempts + 1, next_attempt_at = ?, why = ?
				where id = ? and state in ('queued', 'failed')""")
			.params(Columns.at(this.clock.instant().plus(again)),
					why.substring(0, Math.min(why.length(), LONGEST_REASON)), delivery.id())
			.update();
	}

	@Override
	public int retry(String release, CaseNumber supportCase) {
		return this.jdbc.sql("""
				update delivery d set next_attempt_at = :now from release r where r.id = d.release_id
				and lower(r.name) = lower(:release) and d.state = 'failed'
				and (:case::bigint is null or d.case_id = :case)""")
			.param("now", Columns.at(this.clock.instant()))
			.param("release", release)
			.param("case", (supportCase != null) ? supportCase.id() : null)
			.update();
	}

	@Override
	public List<DefectNumber> settled() {
		return this.jdbc.sql("""
				select p.defect_id from release_defect p where p.delivering_since is not null
				and not exists (select from delivery d where d.defect_id = p.defect_id
				and d.release_id = p.release_id and d.state in ('queued', 'failed'))""")
			.query(Long.class)
			.list()
			.stream()
			.map(DefectNumber::of)
			.toList();
	}

	@Override
	public void settle(DefectNumber number) {
		this.jdbc
			.sql("update release_defect set delivering_since = null where defect_id = ?"
					+ " and delivering_since is not null")
			.param(number.id())
			.update();
	}

	private static Due read(ResultSet row, int index) throws SQLException {
		return new Due(row.getLong("id"), CaseNumber.of(row.getLong("case_id")),
				DefectNumber.of(row.getLong("defect_id")), row.getString("release"), row.getInt("attempts"),
				row.getBoolean("waits"), row.getString("replaced"));
	}

}
