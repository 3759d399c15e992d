package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.StateForbids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables progress_request and progress_notice. */
@Repository
class ProgressRequestRows implements ProgressRequests {

	private static final String WAITING = """
			from defect_case t join support_case c on c.id = t.case_id and c.status = 'waiting-for-patch'
			where t.defect_id = :defect and t.untied_at is null
			and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done')
			""";

	private static final String REQUEST = """
			select r.id, r.defect_id, r.at, r.who, count(n.case_id) as cases, count(*) filter (where n.told) as told,
			count(n.case_id) filter (where n.done_at is null) as open
			from progress_request r left join progress_notice n on n.request_id = r.id where
			""";

	/** Some recipients of the oldest request with all their cases. */
	private static final String DUE = """
			with first as (select min(request_id) as id from progress_notice where done_at is null),
			open as (select n.case_id, c.company_id, lower(c.contact_email) as email from first
			join progress_notice n on n.request_id = first.id and n.done_at is null
			join support_case c on c.id = n.case_id),
			chosen as (select company_id, email from open group by company_id, email order by min(case_id) limit :recipients)
			select r.id, r.defect_id, r.who, array(select o.case_id from open o join chosen s using (company_id, email)
			order by o.company_id, o.email, o.case_id) as cases
			from first join progress_request r on r.id = first.id""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ProgressRequestRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Request ask(DefectNumber number, String who, String key) {
		return earlier(number, who, key).orElseGet(() -> insert(number, who, key));
	}

	private Optional<Request> earlier(DefectNumber number, String who, String key) {
		Optional<Request> known = (key == null) ? Optional.empty()
				: this.jdbc.sql(REQUEST + "r.who = ? and r.key = ? group by r.id")
					.params(who, key)
					.query(ProgressRequestRows::read)
					.optional();
		known.filter((one) -> !one.defect().equals(number)).ifPresent((other) -> {
			throw new StateForbids("The Idempotency-Key was used for " + other.defect());
		});
		return known;
	}

	private Request insert(DefectNumber number, String who, String key) {
		if (waiting(number) == 0) {
			throw new StateForbids("Nobody waits for defect " + number);
		}
		this.jdbc.sql("""
				with request as (insert into progress_request (defect_id, at, who, key)
				values (:defect, :at, :who, :key) returning id)
				insert into progress_notice (request_id, case_id) select request.id, waiting.case_id
				from request cross join (select t.case_id\s""" + WAITING + ") waiting")
			.param("defect", number.id())
			.param("at", Columns.at(this.clock.instant()))
			.param("who", who)
			.param("key", key, Types.VARCHAR)
			.update();
		return newest(number).orElseThrow();
	}

	@Override
	public Optional<Request> newest(DefectNumber number) {
		return this.jdbc
			.sql(REQUEST + "r.id = (select max(id) from progress_request where defect_id = ?) group by r.id")
			.param(number.id())
			.query(ProgressRequestRows::read)
			.optional();
	}

	@Override
	public int waiting(DefectNumber number) {
		return this.jdbc.sql("select count(*) " + WAITING).param("defect", number.id()).query(Integer.class).single();
	}

	@Override
	public Optional<CaseNumber> first(DefectNumber number) {
		return this.jdbc.sql("select t.case_id " + WAITING + " order by t.id limit 1")
			.param("defect", number.id())
			.query(Long.class)
			.optional()
			.map(CaseNumber::of);
	}

	@Override
	public Optional<Due> due(int recipients) {
		return this.jdbc.sql(DUE)
			.param("recipients", recipients)
			.query((row, index) -> new Due(row.getLong("id"), Columns.defect(row, "defect_id"), row.getString("who"),
					Columns.cases(row, "cases")))
			.optional();
	}

	/** Who is merged into another defect waits for that one. */
	@Override
	public List<CaseNumber> claim(Due due) {
		return this.jdbc.sql("""
				with open as (select n.case_id, c.status, t.id is not null as waits from progress_notice n
				join support_case c on c.id = n.case_id
				left join defect_case t on t.case_id = n.case_id and t.untied_at is null
				and t.defect_id in (with recursive way as (select id, merged_into from defect where id = :defect
				union select d.id, d.merged_into from defect d join way on d.id = way.merged_into) select id from way)
				and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done')
				where n.request_id = :request and n.case_id = any(:ids) and n.done_at is null),
				over as (update progress_notice n set done_at = :at,
				why = case when o.status = 'waiting-for-patch' then 'it waits for this defect no more'
				else 'the case is ' || o.status end
				from open o where n.request_id = :request and n.case_id = o.case_id
				and (o.status <> 'waiting-for-patch' or not o.waits))
				select case_id from open where status = 'waiting-for-patch' and waits order by case_id""")
			.param("defect", due.defect().id())
			.param("request", due.request())
			.param("ids", CaseNumber.ids(due.cases()))
			.param("at", Columns.at(this.clock.instant()))
			.query(Long.class)
			.list()
			.stream()
			.map(CaseNumber::of)
			.toList();
	}

	@Override
	public void told(Collection<CaseNumber> numbers) {
		this.jdbc
			.sql("update progress_notice set done_at = :at, told = true where case_id = any(:ids) and done_at is null")
			.param("at", Columns.at(this.clock.instant()))
			.param("ids", CaseNumber.ids(numbers))
			.update();
	}

	@Override
	public void failed(Due due, String why) {
		this.jdbc.sql("""
				update progress_notice set done_at = :at, why = left(:why, 500)
				where request_id = :request and case_id = any(:ids) and done_at is null""")
			.param("at", Columns.at(this.clock.instant()))
			.param("why", why, Types.VARCHAR)
			.param("request", due.request())
			.param("ids", CaseNumber.ids(due.cases()))
			.update();
	}

	private static Request read(ResultSet row, int index) throws SQLException {
		return new Request(row.getLong("id"), Columns.defect(row, "defect_id"), Columns.instant(row, "at"),
				row.getString("who"), row.getInt("cases"), row.getInt("told"), row.getInt("open"));
	}

}
