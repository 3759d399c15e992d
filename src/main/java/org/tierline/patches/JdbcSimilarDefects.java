package org.tierline.patches;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tierline.cases.SupportCase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds similar defects by PostgreSQL's own means, each table by its own index. */
@Repository
class JdbcSimilarDefects implements SimilarDefects {

	/**
	 * Only so many of the newest hits are ranked: a common word must not cost seconds.
	 */
	private static final int RANKED = 300;

	private static final int WORDS = 12;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,40}");

	/** Words that stand everywhere; the index has no stop words but English ones. */
	private static final Pattern EMPTY = Pattern
		.compile("the|and|for|not|are|was|has|have|with|this|that|from|when|can|cannot|our|you|your|but|does|how|"
				+ "after|since|into|doesn|isn|all|any|what|why|problem|case|help|please|update|und|der|die|das|ist|"
				+ "nicht|mit|wir|ein|eine|bei|seit");

	private static final String BEST = """
			with asked as (select websearch_to_tsquery('simple', :words) || websearch_to_tsquery('english', :words) as q),
			hit as materialized (
			(select d.id, 4 * ts_rank(d.search, q) as rank from defect d, asked where d.search @@ q
			order by d.id desc limit :ranked)
			union all (select w.defect_id, ts_rank(w.search, q) from defect_workaround w, asked where w.search @@ q
			order by w.id desc limit :ranked)
			union all (select t.defect_id, 2 * ts_rank(t.search, q) from defect_case t, asked where t.search @@ q
			and t.case_id <> :case order by t.id desc limit :ranked))
			select d.id, max(h.rank) * case when lower(d.product) = lower(:product) then 1.5 else 1 end as score
			from hit h join defect d on d.id = h.id
			where not exists (select from defect_case t where t.defect_id = d.id and t.case_id = :case
			and t.untied_at is null)
			group by d.id order by score desc, d.id desc limit :limit""";

	private final JdbcClient jdbc;

	private final DefectRows rows;

	JdbcSimilarDefects(JdbcClient jdbc, DefectRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	@Override
	public List<Similar> to(SupportCase supportCase, String words, int limit) {
		String asked = words(words, supportCase.subject(), supportCase.details());
		return asked.isEmpty() ? List.of() : survivors(best(supportCase, asked, limit));
	}

	private Map<DefectNumber, Double> best(SupportCase supportCase, String words, int limit) {
		Map<DefectNumber, Double> best = new LinkedHashMap<>();
		this.jdbc.sql(BEST)
			.param("words", words)
			.param("ranked", RANKED)
			.param("case", supportCase.number().id())
			.param("product", supportCase.product())
			.param("limit", limit)
			.query((row) -> {
				best.put(DefectNumber.of(row.getLong("id")), row.getDouble("score"));
			});
		return best;
	}

	/** A duplicate speaks for the defect that it was merged into. */
	private List<Similar> survivors(Map<DefectNumber, Double> best) {
		Map<DefectNumber, Double> survivors = new LinkedHashMap<>();
		best.forEach((number, score) -> survivors.putIfAbsent(this.rows.survivor(number), score));
		return survivors.entrySet()
			.stream()
			.flatMap((one) -> this.rows.find(one.getKey()).map((found) -> Similar.of(found, one.getValue())).stream())
			.toList();
	}

	/** The first words count: a subject says more than the end of a long report. */
	private static String words(String... texts) {
		return Stream.of(texts)
			.filter(Objects::nonNull)
			.flatMap((text) -> WORD.matcher(text.toLowerCase(Locale.ROOT)).results())
			.map((found) -> found.group())
			.filter((word) -> !EMPTY.matcher(word).matches())
			.distinct()
			.limit(WORDS)
			.collect(Collectors.joining(" or "));
	}

}
