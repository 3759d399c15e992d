package org.tierline.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The where clause of a list of cases and its order, newest first. */
record ListQuery(String where, String order, Map<String, Object> params) {

	/** Words as typed; the last may be the beginning of one. */
	static final String WORDS = "(nullif(plainto_tsquery('simple', :query)::text, '') || ':*')::tsquery";

	private static final Pattern CASE_NUMBER = Pattern.compile("(?i)\\bSC(-\\d+)\\b");

	private static final String NEWEST = " order by id desc";

	/**
	 * Cases of a status by the index of both: "status = :status order by id" would be
	 * answered along the numbers, past each of the many cases that came later and have
	 * another status, as PostgreSQL holds the two to be independent.
	 */
	private static final String OF_STATUS = "(c.status, c.id) < (:status, :after) and c.status >= :status";

	/**
	 * The newest of each table by its own index; one condition over both could use
	 * neither, and a word that is in every case would fetch them all.
	 */
	private static final String FOUND = "where id in ((%s) union (%s))";

	private static final String CASES = """
			select c.id from support_case c where c.search @@ %2$s and %1$s order by c.id desc limit :limit""";

	private static final String MESSAGES = """
			select distinct c.id from support_case c join message m on m.case_id = c.id
			where m.search @@ %2$s and %1$s order by c.id desc limit :limit""";

	/** What is beside an offset is answered without regard to order and limit. */
	private static final String RARE_CASES = """
			select id from (select c.id from support_case c where c.search @@ %2$s and %1$s offset 0) rare
			order by id desc limit :limit""";

	private static final String RARE_MESSAGES = """
			select rare.id from (select distinct m.case_id as id from message m where m.search @@ %2$s
			order by m.case_id desc offset 0) rare
			where exists (select from support_case c where c.id = rare.id and %1$s offset 0)
			order by rare.id desc limit :limit""";

	/**
	 * @param spread of the words, null if there are none
	 */
	static ListQuery of(CaseFilter filter, CaseNumber after, int limit, WordSpread.Spread spread) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		Map<String, Object> params = new HashMap<>(Map.of("limit", limit));
		if (filter.status() == null) {
			add(conditions, params, "c.id < :after", "after", (after != null) ? after.id() : null);
		}
		else {
			add(conditions, params, OF_STATUS, "status", filter.status().code());
			params.put("after", (after != null) ? after.id() : Long.MAX_VALUE);
		}
		add(conditions, params, "c.tier = :tier", "tier", (filter.tier() != null) ? filter.tier().number() : null);
		add(conditions, params, "c.severity = :severity", "severity", filter.severity());
		add(conditions, params, "c.company = :company", "company", filter.company());
		String all = String.join(" and ", conditions);
		if (filter.query() == null) {
			return new ListQuery("where " + all, (filter.status() != null) ? " order by status desc, id desc" : NEWEST,
					params);
		}
		params.put("query", words(filter.query()));
		return new ListQuery(found(spread, all), NEWEST, params);
	}

	private static String found(WordSpread.Spread spread, String conditions) {
		return FOUND.formatted((spread.rareInCases() ? RARE_CASES : CASES).formatted(conditions, WORDS),
				(spread.rareInMessages() ? RARE_MESSAGES : MESSAGES).formatted(conditions, WORDS));
	}

	/** What every number begins with is in every case; the digits after it are not. */
	static String words(String typed) {
		return CASE_NUMBER.matcher(typed).replaceAll("$1");
	}

	private static void add(List<String> conditions, Map<String, Object> params, String condition, String name,
			Object value) {
		if (value != null) {
			conditions.add(condition);
			params.put(name, value);
		}
	}

}
