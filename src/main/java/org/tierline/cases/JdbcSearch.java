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
import org.springframework.transaction.annotation.Transactional;
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

	private static final String BEST = """
			with hits as materialized (
			(select * from (select id as case_id, null::bigint as message, search from support_case where search @@ %1$s
			%2$s) c order by case_id desc limit :ranked)
			union all
			(select * from (select case_id, id, search from message where search @@ %1$s %3$s) m
			order by id desc limit :ranked)),
			ranked as (select case_id, message,
			ts_rank_cd(search, %1$s) * case when message is null then 2 else 1 end as rank from hits),
			best as (select * from (select distinct on (case_id) * from ranked order by case_id, rank desc, message) one
			order by rank desc, case_id desc limit :limit)
			select b.case_id, b.message, b.rank, ts_headline('simple',
			coalesce(m.body, c.company || ': ' || c.subject || ' - ' || c.details), %1$s, :marks) as headline
			from best b join support_case c on c.id = b.case_id left join message m on m.id = b.message
			order by b.rank desc, b.case_id desc""";

	private final JdbcClient jdbc;

	private final CaseRows rows;

	private final WordSpread spread;

	JdbcSearch(JdbcClient jdbc, CaseRows rows, WordSpread spread) {
		this.jdbc = jdbc;
		this.spread = spread;
		this.rows = rows;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Hit> find(String words, int limit) {
		CaseRows.planForTheWords(this.jdbc);
		String asked = ListQuery.words(words);
		WordSpread.Spread spread = this.spread.of(asked);
		List<Found> found = this.jdbc
			.sql(BEST.formatted(ListQuery.WORDS, fence(spread.rareInCases()), fence(spread.rareInMessages())))
			.param("query", asked)
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

	/**
	 * Behind it PostgreSQL regards neither order nor limit: rare words are looked up, not
	 * met.
	 */
	private static String fence(boolean rare) {
		return rare ? "offset 0" : "";
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
