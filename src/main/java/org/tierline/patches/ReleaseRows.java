package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table release, read with what they bring and to how many. */
@Repository
class ReleaseRows {

	/** What its verified defects say: title, product, and what helped until now. */
	private static final String GENERATED_NOTES = """
			(select string_agg('- ' || d.title || ' (DF-' || d.id || coalesce(', ' || d.product, '') || ')'
			|| coalesce(E'\\n  Until now: ' || w.body, ''), E'\\n' order by d.id)
			from release_defect p join defect d on d.id = p.defect_id
			left join lateral (select body from defect_workaround where defect_id = d.id order by id desc limit 1) w
			on true where p.release_id = r.id and p.withdrawn_at is null and d.state in ('fixed', 'released'))""";

	/**
	 * Those who wait for an early fix get it with it; the others wait for the release.
	 */
	private static final String SELECT = """
			select r.id, r.name, r.kind, r.track, r.planned_for, r.freeze_at, r.notes, r.download_url, r.capacity, r.state, r.withdrawn_at,
			r.withdrawn_by, r.withdrawn_why,
			array(select p.defect_id from release_defect p where p.release_id = r.id and p.withdrawn_at is null
			order by p.defect_id) as defects, g.done, g.failed, g.queued,
			(select count(*) from release_defect p join defect_case t on t.defect_id = p.defect_id
			where p.release_id = r.id and p.withdrawn_at is null and not p.early and t.untied_at is null
			and not exists (select from delivery d where d.tie_id = t.id
			and d.state in ('queued', 'failed', 'done'))) as waiting,
			(select t.name from release_train t where t.id = r.train_id) as train,
			coalesce(r.generated_notes, %s) as generated_notes
			from release r cross join lateral (select count(*) filter (where d.state in ('done', 'recalled')) as done,
			count(*) filter (where d.state = 'failed') as failed, count(*) filter (where d.state = 'queued') as queued
			from delivery d where d.release_id = r.id) g
			"""
		.formatted(GENERATED_NOTES);

	private final JdbcClient jdbc;

	ReleaseRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the name is taken. */
	boolean insert(NewRelease release, ReleaseState state, Instant at, String who) {
		return this.jdbc
			.sql("""
					insert into release (name, kind, track, planned_for, notes, download_url, capacity, state, planned_at, planned_by)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(release.name(), release.kind().code(), release.track().code(), release.plannedFor(),
					release.notes(), release.downloadUrl(), release.capacity(), state.code(), Columns.at(at), who)
			.update() > 0;
	}

	Optional<Release> find(String name) {
		return this.jdbc.sql(SELECT + "where lower(r.name) = lower(?)").param(name).query(ReleaseRows::read).optional();
	}

	/** Without counting who gets it: it is asked for with each batch of deliveries. */
	Fix fix(String name, DefectNumber defect) {
		return this.jdbc.sql("""
				select d.title, r.name, r.kind, r.track, r.download_url, coalesce(r.notes, r.generated_notes) as notes
				from release r, defect d where lower(r.name) = lower(?) and d.id = ?""")
			.params(name, defect.id())
			.query((row, index) -> new Fix(defect, row.getString("title"), row.getString("name"),
					Columns.word(row, "kind", ReleaseKind.class), Columns.word(row, "track", Track.class),
					row.getString("download_url"), row.getString("notes")))
			.single();
	}

	/** Its id, or empty; locks the row until the transaction ends. */
	Optional<Long> lock(String name) {
		return this.jdbc.sql("select id from release where lower(name) = lower(?) for no key update")
			.param(name)
			.query(Long.class)
			.optional();
	}

	List<Release> list(ReleaseState state, String after, int limit) {
		return this.jdbc.sql(SELECT + """
				where (:state::varchar is null or r.state = :state)
				and (:after::varchar is null or r.id < (select a.id from release a where lower(a.name) = lower(:after)))
				order by r.id desc limit :limit""")
			.param("state", Columns.code(state))
			.param("after", after)
			.param("limit", limit)
			.query(ReleaseRows::read)
			.list();
	}

	void approve(long id, boolean approved, Instant at, String who, String note) {
		this.jdbc.sql("insert into release_approval (release_id, approved, at, who, note) values (?, ?, ?, ?, ?)")
			.params(id, approved, Columns.at(at), who, note)
			.update();
		this.jdbc.sql("update release set state = ? where id = ?")
			.params((approved ? ReleaseState.APPROVED : ReleaseState.PLANNED).code(), id)
			.update();
	}

	List<Approval> approvals(String name) {
		return this.jdbc.sql("""
				select a.approved, a.at, a.who, a.note from release_approval a join release r on r.id = a.release_id
				where lower(r.name) = lower(?) order by a.id""")
			.param(name)
			.query((row, index) -> new Approval(row.getBoolean("approved"), Columns.instant(row, "at"),
					row.getString("who"), row.getString("note")))
			.list();
	}

	void publish(long id, Instant at, String who) {
		this.jdbc
			.sql("update release r set state = 'published', published_at = ?, published_by = ?, generated_notes = "
					+ GENERATED_NOTES + " where id = ?")
			.params(Columns.at(at), who, id)
			.update();
	}

	void note(long id, String notes) {
		this.jdbc.sql("update release set notes = ? where id = ?").params(notes, id).update();
	}

	/** What is under way is dropped, what was done is recalled. */
	void withdraw(long id, Instant at, String who, String why) {
		this.jdbc.sql("""
				update release set state = 'withdrawn', withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ?
				where id = ?""").params(Columns.at(at), who, why, id).update();
		// In this order: what a courier has in his hands becomes done in between.
		this.jdbc.sql("""
				update delivery set state = 'dropped', next_attempt_at = null, why = 'the release was withdrawn'
				where release_id = ? and state in ('queued', 'failed')""").param(id).update();
		this.jdbc.sql("update delivery set state = 'recalled' where release_id = ? and state = 'done'")
			.param(id)
			.update();
	}

	private static Release read(ResultSet row, int index) throws SQLException {
		int done = row.getInt("done");
		int failed = row.getInt("failed");
		return new Release(row.getString("name"), Columns.word(row, "kind", ReleaseKind.class),
				Columns.word(row, "track", Track.class), row.getObject("planned_for", LocalDate.class),
				Columns.instant(row, "freeze_at"), row.getString("train"), row.getString("notes"),
				row.getString("generated_notes"), row.getString("download_url"),
				row.getObject("capacity", Integer.class), Columns.word(row, "state", ReleaseState.class),
				Columns.defects(row, "defects"),
				new Release.Deliveries(done + failed + row.getInt("queued") + row.getInt("waiting"), done, failed),
				withdrawal(row));
	}

	private static Release.Withdrawal withdrawal(ResultSet row) throws SQLException {
		Instant at = Columns.instant(row, "withdrawn_at");
		return (at != null) ? new Release.Withdrawal(at, row.getString("withdrawn_by"), row.getString("withdrawn_why"))
				: null;
	}

}
