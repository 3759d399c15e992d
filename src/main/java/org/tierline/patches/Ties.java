package org.tierline.patches;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.tierline.cases.CaseNumber;
import org.tierline.customers.Plan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which case is tied to which defect, and which of them still wait for its fix. */
@Repository
class Ties {

	/** A tie is open until somebody ends it; its wait is over once the fix was given. */
	private static final String WAITING = """
			from defect_case t join support_case c on c.id = t.case_id join company o on o.id = c.company_id
			where t.defect_id = :defect and t.untied_at is null
			and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done')
			""";

	private static final String DEMAND = "min(c.severity) as severity, count(distinct c.company_id) as companies, max("
			+ planOrder("o.plan") + ") as plan, bool_or(o.priority_updates) as priority ";

	private final JdbcClient jdbc;

	Ties(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private static String planOrder(String column) {
		return "case " + column + " when 'standard' then 0 when 'premium' then 1 else 2 end";
	}

	void add(DefectNumber defect, CaseNumber number, Instant at, String who, String reason) {
		this.jdbc.sql("""
				insert into defect_case (defect_id, case_id, tied_at, tied_by, reason, symptom)
				select ?, id, ?, ?, ?, subject from support_case where id = ?""")
			.params(defect.id(), Columns.at(at), who, reason, number.id())
			.update();
	}

	/** Ends the open tie of the case, if there is one; of two callers one ends it. */
	Optional<DefectNumber> end(CaseNumber number, Instant at, String who, String why) {
		return this.jdbc.sql("""
				update defect_case set untied_at = ?, untied_by = ?, untied_why = ?
				where case_id = ? and untied_at is null returning defect_id""")
			.params(Columns.at(at), who, why, number.id())
			.query(Long.class)
			.optional()
			.map(DefectNumber::of);
	}

	Optional<DefectNumber> of(CaseNumber number) {
		return Optional.ofNullable(of(List.of(number)).get(number));
	}

	Map<CaseNumber, DefectNumber> of(Collection<CaseNumber> numbers) {
		return this.jdbc
			.sql("select case_id, defect_id from defect_case where case_id = any(:ids) and untied_at is null")
			.param("ids", CaseNumber.ids(numbers))
			.query((row, index) -> Map.entry(CaseNumber.of(row.getLong("case_id")),
					DefectNumber.of(row.getLong("defect_id"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The open tie of the case to that defect whose wait is not over. */
	Optional<Long> open(DefectNumber defect, CaseNumber number) {
		return this.jdbc.sql("""
				select t.id from defect_case t where t.defect_id = ? and t.case_id = ? and t.untied_at is null
				and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done')""")
			.params(defect.id(), number.id())
			.query(Long.class)
			.optional();
	}

	boolean waitsWithPriority(DefectNumber defect, CaseNumber number) {
		return this.jdbc.sql("select exists (select " + WAITING + " and o.priority_updates and t.case_id = :case)")
			.param("defect", defect.id())
			.param("case", number.id())
			.query(Boolean.class)
			.single();
	}

	boolean anyWithPriority(DefectNumber defect) {
		return exists(WAITING + " and o.priority_updates", defect);
	}

	boolean any(DefectNumber defect) {
		return exists(WAITING, defect);
	}

	private boolean exists(String from, DefectNumber defect) {
		return this.jdbc.sql("select exists (select " + from + ")")
			.param("defect", defect.id())
			.query(Boolean.class)
			.single();
	}

	List<CaseNumber> tied(DefectNumber defect, int limit) {
		return numbers("select t.case_id from defect_case t where t.defect_id = :defect and t.untied_at is null"
				+ " order by t.id limit " + limit, defect);
	}

	private List<CaseNumber> numbers(String sql, DefectNumber defect) {
		return this.jdbc.sql(sql)
			.param("defect", defect.id())
			.query(Long.class)
			.list()
			.stream()
			.map(CaseNumber::of)
			.toList();
	}

	/** Those for which others wait than their newest ranking was decided from. */
	List<DefectNumber> rankedByAnotherDemand(Collection<DefectNumber> defects) {
		return this.jdbc
			.sql("select asked.id from unnest(cast(:defects as bigint[])) asked (id) cross join lateral (select "
					+ DEMAND + WAITING.replace(":defect", "asked.id") + """
							having count(*) > 0) demand left join lateral (
							select severity, companies, best_plan, priority_updates from defect_rank
							where defect_id = asked.id order by id desc limit 1) ranked on true
							where (demand.severity, demand.companies, demand.plan, demand.priority) is distinct from
							(ranked.severity, ranked.companies, """ + planOrder("ranked.best_plan")
					+ ", ranked.priority_updates) order by asked.id")
			.param("defects", defects.stream().map(DefectNumber::id).distinct().toArray(Long[]::new))
			.query(Long.class)
			.list()
			.stream()
			.map(DefectNumber::of)
			.toList();
	}

	Optional<Demand> demand(DefectNumber defect) {
		return this.jdbc.sql("select " + DEMAND + WAITING + " having count(*) > 0")
			.param("defect", defect.id())
			.query((row, index) -> new Demand(row.getInt("severity"), row.getInt("companies"),
					Plan.values()[row.getInt("plan")], row.getBoolean("priority")))
			.optional();
	}

	void move(DefectNumber from, DefectNumber to, CaseNumber number) {
		this.jdbc.sql("update defect_case set defect_id = ? where defect_id = ? and case_id = ? and untied_at is null")
			.params(to.id(), from.id(), number.id())
			.update();
	}

	List<DefectNumber> awaitedBy(long companyId) {
		return this.jdbc
			.sql("""
					select distinct t.defect_id from defect_case t join support_case c on c.id = t.case_id
					where c.company_id = ? and t.untied_at is null
					and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done') order by t.defect_id""")
			.param(companyId)
			.query(Long.class)
			.list()
			.stream()
			.map(DefectNumber::of)
			.toList();
	}

	Progress progress(DefectNumber defect) {
		return this.jdbc
			.sql("select (select count(*) from defect_case where defect_id = :defect and untied_at is null) as tied,"
					+ " count(*) as waiting, count(distinct c.company_id) as companies " + WAITING)
			.param("defect", defect.id())
			.query((row, index) -> new Progress(row.getInt("tied"), row.getInt("waiting"), row.getInt("companies")))
			.single();
	}

}
