package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.HtmlUtils;

/**
 * PostgreSQL's own search, each table by its own index. A word that is in every other
 * case would rank half the database: only the newest hits of each table are ranked.
 */
@Repository
class JdbcSearch implements Search {

	private static final int RANKED = 500;

	/** Characters that no text has a use for mark the words until all is escaped. */
	private static final String MARKS = "StartSel=\uE000, StopSel=\uE001, MaxWords=24, MinWords=10, MaxFragments=2";

	private final JdbcClient jdbc;

	private final CaseRows rows;

	JdbcSearch(JdbcClient jdbc, CaseRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	@Override
	public List<Hit> find(String words, int limit) {
		List<Found> found = this.jdbc
			.sql("""
					with wanted as materialized (select %s as q),
					hits as (
					(select c.id as case_id, null::bigint as message, ts_rank_cd(c.search, q) * 2 as rank
					from wanted, support_case c where c.search @@ q order by c.id desc limit :ranked)
					union all
					(select m.case_id, m.id, ts_rank_cd(m.search, q) from wanted, message m
					where m.search @@ q order by m.id desc limit :ranked)),
					best as (select * from (select distinct on (case_id) * from hits order by case_id, rank desc, message) one
					order by rank desc, case_id desc limit :limit)
					select b.case_id, b.message, b.rank, ts_headline('simple',
					coalesce(m.body, c.company || ': ' || c.subject || ' - ' || c.details), q, :marks) as headline
					from wanted, best b join support_case c on c.id = b.case_id left join message m on m.id = b.message
					order by b.rank desc, b.case_id desc"""
				.formatted(ListQuery.WORDS))
			.param("query", words)
			.param("ranked", RANKED)
			.param("limit", limit)
			.param("marks", MARKS)
			.query(JdbcSearch::read)
			.list();
		Map<CaseNumber, SupportCase> cases = this.rows.all(found.stream().map(Found::number).toList())
			.stream()
			.collect(Collectors.toMap(SupportCase::number, Function.identity()));
		return found.stream().map((one) -> one.in(cases)).filter(Objects::nonNull).toList();
	}

	private static Found read(ResultSet row, int index) throws SQLException {
		String html = HtmlUtils.htmlEscape(row.getString("headline"), "UTF-8")
			.replace("\uE000", "<mark>")
			.replace("\uE001", "</mark>");
		return new Found(Columns.number(row, "case_id"), row.getObject("message", Long.class), row.getDouble("rank"),
				html);
	}

	private record Found(CaseNumber number, Long message, double rank, String html) {

		Hit in(Map<CaseNumber, SupportCase> cases) {
			SupportCase one = cases.get(this.number);
			return (one != null) ? new Hit(one, this.message, this.rank, this.html) : null;
		}

	}

}
