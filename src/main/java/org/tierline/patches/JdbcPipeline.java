package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the board; each answer is one query, however many defects there are. */
@Repository
class JdbcPipeline implements Pipeline {

	private static final String FROM = """
			from defect d
			left join lateral (select rank, vehicle, track, severity, due_at from defect_rank where defect_id = d.id
			order by id desc limit 1) k on true
			left join release_defect p on p.defect_id = d.id and p.withdrawn_at is null and not p.early
			left join release r on r.id = p.release_id
			""";

	/** Days are those of UTC, as the targets are counted. */
	private static final String SLIP = """
			case when d.state in ('released', 'rejected') then null when k.due_at < :now then 'overdue'
			when r.planned_for > (k.due_at at time zone 'UTC')::date then 'late' end
			""";

	private static final String CARD = "select d.id, d.title, d.product, d.affected_versions, d.state, k.severity, k.rank,"
			+ " k.vehicle, k.track, k.due_at, r.name as release, " + SLIP
			+ """
					as slip, (select count(*) from defect_case t where t.defect_id = d.id and t.untied_at is null) as cases,
					coalesce((select coalesce(o.rank::text, o.vehicle, o.track) from defect_ruling o
					where o.defect_id = d.id order by o.id desc limit 1) is not null, false) as overruled
					""";

	private static final String ORDER = "coalesce(k.rank, 100), coalesce(k.due_at, 'infinity'), d.id";

	private static final String ASKED = " where (:query::varchar is null or d.search @@ " + DefectQuery.WORDS
			+ ") and (not :slipping or " + SLIP + " is not null)";

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcPipeline(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Map<DefectState, Total> totals(Filter filter) {
		Map<DefectState, Total> totals = new EnumMap<>(DefectState.class);
		ask("select d.state, count(*) as defects, count(" + SLIP + ") as slipping " + FROM + ASKED
				+ " and d.state not in ('released', 'rejected') group by d.state", filter)
			.query((row) -> {
				totals.put(Columns.word(row, "state", DefectState.class),
						new Total(row.getInt("defects"), row.getInt("slipping")));
			});
		return totals;
	}

	@Override
	public List<Card> cards(DefectState state, Filter filter, DefectNumber after, int limit) {
		return ask(CARD + FROM + ASKED + " and d.state = :state and (:after::bigint is null or (" + ORDER
				+ ") > (select " + ORDER + " " + FROM + " where d.id = :after)) order by " + ORDER + " limit :limit",
				filter)
			.param("state", state.code())
			.param("after", (after != null) ? after.id() : null)
			.param("limit", limit)
			.query(JdbcPipeline::card)
			.list();
	}

	@Override
	public List<CaseNumber> waiting(DefectNumber number, int limit) {
		return this.jdbc.sql("""
				select t.case_id from defect_case t where t.defect_id = ? and t.untied_at is null
				and not exists (select from delivery d where d.tie_id = t.id and d.state = 'done')
				order by t.id limit ?""")
			.params(number.id(), limit)
			.query(Long.class)
			.list()
			.stream()
			.map(CaseNumber::of)
			.toList();
	}

	private JdbcClient.StatementSpec ask(String sql, Filter filter) {
		return this.jdbc.sql(sql)
			.param("now", Columns.at(this.clock.instant()))
			.param("query", filter.query())
			.param("slipping", filter.slipping());
	}

	@Override
	public List<Coming> coming(int limit) {
		return this.jdbc
			.sql("""
					select r.name, r.kind, r.track, r.planned_for, r.freeze_at, r.state, r.capacity, (select count(*) from release_defect p
					where p.release_id = r.id and p.withdrawn_at is null and not p.early) as planned
					from release r where r.state in ('planned', 'approved')
					order by r.planned_for, r.id limit ?""")
			.param(limit)
			.query(this::release)
			.list();
	}

	private Coming release(ResultSet row, int index) throws SQLException {
		LocalDate day = row.getObject("planned_for", LocalDate.class);
		Instant freezeAt = Columns.instant(row, "freeze_at");
		Instant now = this.clock.instant();
		return new Coming(row.getString("name"), Columns.word(row, "kind", ReleaseKind.class),
				Columns.word(row, "track", Track.class), day, Columns.word(row, "state", ReleaseState.class),
				row.getObject("capacity", Integer.class), row.getInt("planned"),
				day != null && day.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)), freezeAt,
				freezeAt != null && !freezeAt.isAfter(now));
	}

	@Override
	public Map<String, List<Card>> planned(List<Coming> releases, int limit) {
		return this.jdbc
			.sql("select * from (" + CARD + ", row_number() over (partition by r.id order by " + ORDER + ") as place "
					+ FROM + " where r.name = any(:names)) c where place <= :limit order by place")
			.param("now", Columns.at(this.clock.instant()))
			.param("names", releases.stream().map(Coming::name).toArray(String[]::new))
			.param("limit", limit)
			.query(JdbcPipeline::card)
			.list()
			.stream()
			.collect(Collectors.groupingBy(Card::release, LinkedHashMap::new, Collectors.toList()));
	}

	private static Card card(ResultSet row, int index) throws SQLException {
		return new Card(DefectNumber.of(row.getLong("id")), row.getString("title"), row.getString("product"),
				Description.versions(row.getString("affected_versions")), Columns.word(row, "state", DefectState.class),
				row.getObject("severity", Integer.class), row.getObject("rank", Integer.class),
				Columns.word(row, "vehicle", Vehicle.class), Columns.word(row, "track", Track.class),
				Columns.instant(row, "due_at"), row.getInt("cases"), row.getString("release"),
				row.getBoolean("overruled"), row.getString("slip"));
	}

}
