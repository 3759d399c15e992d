package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables repromise and repromise_case. */
@Repository
class JdbcRepromises implements Repromises {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcRepromises(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void request(Long companyId, Long siteBefore, Instant changedAt, String who, String why) {
		long id = this.jdbc.sql("""
				insert into repromise (why, who, changed_at, site_before, company_id, total)
				values (?, ?, ?, ?, ?, 0) returning id""")
			.params(why, who, Columns.at(changedAt), siteBefore, companyId)
			.query(Long.class)
			.single();
		int total = this.jdbc.sql("""
				insert into repromise_case (repromise_id, case_id) select :id, c.id from support_case c
				where c.status in ('open', 'waiting-for-customer', 'waiting-for-patch')
				and (cast(:company as bigint) is null or c.company_id = :company)""")
			.param("id", id)
			.param("company", companyId)
			.update();
		if (total > 0) {
			this.jdbc.sql("update repromise set total = ? where id = ?").params(total, id).update();
		}
		else {
			this.jdbc.sql("delete from repromise where id = ?").param(id).update();
		}
	}

	/**
	 * Changes are followed in their order: the next begins when the one before is done.
	 */
	@Override
	public Optional<Batch> next(int limit) {
		return this.jdbc.sql("select * from repromise where finished_at is null order by id limit 1 for update")
			.query((row, index) -> batch(row, limit))
			.optional()
			.flatMap((batch) -> batch.cases().isEmpty() ? finish(batch.id(), limit) : Optional.of(batch));
	}

	private Batch batch(ResultSet row, int limit) throws SQLException {
		long id = row.getLong("id");
		return new Batch(id, new PromiseChange(Columns.instant(row, "changed_at"),
				row.getObject("company_id", Long.class), row.getString("who"), row.getString("why")), cases(id, limit));
	}

	private List<CaseNumber> cases(long id, int limit) {
		return this.jdbc
			.sql("""
					select case_id from repromise_case where repromise_id = ? and done_at is null order by case_id limit ?""")
			.params(id, limit)
			.query((row, index) -> Columns.number(row, "case_id"))
			.list();
	}

	@Override
	public Batch take(Batch batch) {
		this.jdbc.sql("select id from repromise where id = ? for update").param(batch.id()).query(Long.class).single();
		return batch.of(this.jdbc.sql("""
				select case_id from repromise_case where repromise_id = :id and case_id = any(:cases)
				and done_at is null order by case_id""")
			.param("id", batch.id())
			.param("cases", CaseNumber.ids(batch.cases()))
			.query((row, index) -> Columns.number(row, "case_id"))
			.list());
	}

	private Optional<Batch> finish(long id, int limit) {
		if (addLate(id) > 0) {
			return next(limit);
		}
		this.jdbc.sql("update repromise set finished_at = ? where id = ?").params(now(), id).update();
		return next(limit);
	}

	/**
	 * A case whose opening was under way when the change was made has read what counted
	 * before it, and was not to be seen yet. Cases are numbered in about their order.
	 */
	private int addLate(long id) {
		int late = this.jdbc.sql("""
				insert into repromise_case (repromise_id, case_id) select r.id, c.id
				from repromise r join support_case c on c.opened_at <= r.changed_at + interval '1 minute'
				where r.id = ? and c.status in ('open', 'waiting-for-customer', 'waiting-for-patch')
				and c.id > (select max(case_id) - 1000 from repromise_case where repromise_id = r.id)
				and (r.company_id is null or r.company_id = c.company_id)
				and not exists (select from repromise_case o where o.repromise_id = r.id and o.case_id = c.id)""")
			.param(id)
			.update();
		this.jdbc.sql("update repromise set total = total + ? where id = ?").params(late, id).update();
		return late;
	}

	/** The counts are kept beside: whoever watches a large change does not count it. */
	@Override
	public void done(Batch batch, Collection<CaseNumber> moved) {
		this.jdbc.sql("""
				with done as (update repromise_case set done_at = :at, moved = (case_id = any(:moved))
				where repromise_id = :id and case_id = any(:cases) returning moved)
				update repromise set done = done + (select count(*) from done),
				moved = moved + (select count(*) from done d where d.moved) where id = :id""")
			.param("at", now())
			.param("moved", CaseNumber.ids(moved))
			.param("id", batch.id())
			.param("cases", CaseNumber.ids(batch.cases()))
			.update();
	}

	@Override
	public void failed(Batch batch, String fault) {
		this.jdbc.sql("""
				with failed as (update repromise_case set done_at = :at, fault = left(:fault, 500)
				where repromise_id = :id and case_id = any(:cases) and done_at is null returning case_id)
				update repromise set done = done + (select count(*) from failed),
				failed = failed + (select count(*) from failed) where id = :id""")
			.param("at", now())
			.param("fault", fault)
			.param("id", batch.id())
			.param("cases", CaseNumber.ids(batch.cases()))
			.update();
	}

	@Override
	public List<Progress> progress(int limit) {
		return this.jdbc.sql("select * from repromise order by id desc limit ?")
			.param(limit)
			.query(JdbcRepromises::progress)
			.list();
	}

	private static Progress progress(ResultSet row, int index) throws SQLException {
		return new Progress(row.getLong("id"), row.getString("why"), row.getString("who"),
				Columns.instant(row, "changed_at"), row.getInt("total"), row.getInt("done"), row.getInt("moved"),
				row.getInt("failed"), Columns.instant(row, "finished_at"));
	}

	private Object now() {
		return Columns.at(this.clock.instant());
	}

}
