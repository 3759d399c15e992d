package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which case gets the fix of which defect with which release: once (R14, R21). */
@Repository
class Deliveries {

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Queues one for each case that waits; who got that release before, by whomsoever,
	 * does not get it again.
	 * @param priority for the companies with priority updates only (R15)
	 */
	void queue(DefectNumber defect, String release, boolean priority, Instant at) {
		this.jdbc.sql("""
				insert into delivery (case_id, defect_id, release_id, tie_id, state, queued_at, next_attempt_at)
				select t.case_id, t.defect_id, r.id, t.id, 'queued', :at, :at from defect_case t
				join release r on lower(r.name) = lower(:release) join support_case c on c.id = t.case_id
				join company o on o.id = c.company_id
				where t.defect_id = :defect and t.untied_at is null and (not :priority or o.priority_updates)
				and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done') order by t.id
				on conflict (case_id, defect_id, release_id) do update set state = 'queued', tie_id = excluded.tie_id,
				queued_at = excluded.queued_at, next_attempt_at = excluded.next_attempt_at, why = null
				where delivery.state = 'dropped'""")
			.param("defect", defect.id())
			.param("release", release)
			.param("priority", priority)
			.param("at", Columns.at(at))
			.update();
	}

	/** Whether some of them are still to be made. */
	boolean open(DefectNumber defect, String release) {
		return this.jdbc.sql("""
				select exists (select from delivery d join release r on r.id = d.release_id
				where d.defect_id = ? and lower(r.name) = lower(?) and d.state in ('queued', 'failed'))""")
			.params(defect.id(), release)
			.query(Boolean.class)
			.single();
	}

	/**
	 * False if the case got it before, by whomsoever; one that is still queued is done
	 * with this.
	 */
	boolean add(DefectNumber defect, CaseNumber number, String release, long tie, Instant at) {
		return this.jdbc.sql("""
				insert into delivery (case_id, defect_id, release_id, tie_id, state, delivered_at)
				select ?, ?, r.id, ?, 'done', ? from release r where lower(r.name) = lower(?)
				on conflict (case_id, defect_id, release_id) do update set state = 'done', tie_id = excluded.tie_id,
				delivered_at = excluded.delivered_at, next_attempt_at = null, why = null
				where delivery.state in ('queued', 'failed', 'dropped')""")
			.params(number.id(), defect.id(), tie, Columns.at(at), release)
			.update() > 0;
	}

	boolean contains(DefectNumber defect, CaseNumber number, String release) {
		return this.jdbc.sql("""
				select exists (select from delivery d join release r on r.id = d.release_id
				where d.case_id = ? and d.defect_id = ? and lower(r.name) = lower(?) and d.state = 'done')""")
			.params(number.id(), defect.id(), release)
			.query(Boolean.class)
			.single();
	}

	/** Newest first, starting after that of the given case (null: from the newest). */
	List<Delivery> of(String release, DeliveryState state, CaseNumber after, int limit) {
		return this.jdbc.sql("""
				select d.* from delivery d join release r on r.id = d.release_id
				where lower(r.name) = lower(:release) and (:state::varchar is null or d.state = :state)
				and (:after::bigint is null or d.id < (select min(a.id) from delivery a
				where a.release_id = r.id and a.case_id = :after)) order by d.id desc limit :limit""")
			.param("release", release)
			.param("state", Columns.code(state))
			.param("after", (after != null) ? after.id() : null)
			.param("limit", limit)
			.query(Deliveries::read)
			.list();
	}

	private static Delivery read(ResultSet row, int index) throws SQLException {
		return new Delivery(CaseNumber.of(row.getLong("case_id")), DefectNumber.of(row.getLong("defect_id")),
				Columns.word(row, "state", DeliveryState.class), Columns.instant(row, "queued_at"),
				Columns.instant(row, "delivered_at"), row.getInt("attempts"), row.getString("why"),
				Columns.instant(row, "next_attempt_at"));
	}

}
