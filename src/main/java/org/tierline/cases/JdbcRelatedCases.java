package org.tierline.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds related cases by PostgreSQL's own means. */
@Repository
class JdbcRelatedCases implements RelatedCases {

	private static final int MERGED = 50;

	/**
	 * Only so many of the newest hits are ranked: a common word must not cost seconds.
	 */
	private static final int RANKED = 200;

	private static final int WORDS = 8;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,40}");

	/** Words that stand in every case; the index has no stop words of its own. */
	private static final Pattern EMPTY = Pattern
		.compile("the|and|for|not|are|was|has|have|with|this|that|from|when|can|cannot|our|you|your|but|does|how|"
				+ "after|since|into|does|doesn|isn|all|any|what|why|problem|case|help|please|update");

	private final JdbcClient jdbc;

	private final CaseRows rows;

	private final Resolutions resolutions;

	JdbcRelatedCases(JdbcClient jdbc, CaseRows rows, Resolutions resolutions) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.resolutions = resolutions;
	}

	@Override
	public List<SupportCase> openBeside(SupportCase supportCase, int limit) {
		return cases(numbers("""
				select id from support_case where company_id = :company and id <> :id
				and status in ('open', 'waiting-for-customer', 'waiting-for-patch') order by id desc limit :limit""",
				Map.of("company", supportCase.companyId(), "id", supportCase.number().id(), "limit", limit)));
	}

	@Override
	public List<SupportCase> mergedInto(CaseNumber number) {
		return cases(numbers("select id from support_case where merged_into = :id order by id limit :limit",
				Map.of("id", number.id(), "limit", MERGED)));
	}

	@Override
	public List<Similar> similarSolved(SupportCase supportCase, int limit) {
		String words = words(supportCase);
		if (words.isEmpty()) {
			return List.of();
		}
		List<CaseNumber> best = numbers(
				"""
						select id from (select id, search from support_case where search @@ websearch_to_tsquery('simple', :words)
						and status in ('resolved', 'closed') and id <> :id order by id desc limit :ranked) hit
						order by ts_rank(search, websearch_to_tsquery('simple', :words)) desc, id desc limit :limit""",
				Map.of("words", words, "id", supportCase.number().id(), "ranked", RANKED, "limit", limit));
		Map<CaseNumber, Resolution> solutions = this.resolutions.of(best);
		return cases(best).stream().map((one) -> new Similar(one, solutions.get(one.number()))).toList();
	}

	private static String words(SupportCase supportCase) {
		return Stream.of(supportCase.subject(), supportCase.product())
			.filter(Objects::nonNull)
			.flatMap((text) -> WORD.matcher(text.toLowerCase(Locale.ROOT)).results())
			.map((found) -> found.group())
			.filter((word) -> !EMPTY.matcher(word).matches())
			.distinct()
			.limit(WORDS)
			.collect(Collectors.joining(" or "));
	}

	private List<CaseNumber> numbers(String sql, Map<String, ?> params) {
		return this.jdbc.sql(sql).params(params).query((row, index) -> Columns.number(row, "id")).list();
	}

	private List<SupportCase> cases(List<CaseNumber> numbers) {
		Map<CaseNumber, SupportCase> found = this.rows.all(numbers)
			.stream()
			.collect(Collectors.toMap(SupportCase::number, (one) -> one));
		return numbers.stream().map(found::get).toList();
	}

}
