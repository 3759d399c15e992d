package org.tierline.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The where clause of a list of cases. */
record ListQuery(String where, Map<String, Object> params) {

	/** Words as typed; the last may be the beginning of one. */
	static final String WORDS = "(nullif(plainto_tsquery('simple', :query)::text, '') || ':*')::tsquery";

	/**
	 * The newest of each table by its own index; one condition over both could use
	 * neither, and a word that is in every case would fetch them all.
	 */
	private static final String FOUND = """
			where id in ((select c.id from support_case c where c.search @@ %2$s and %1$s order by c.id desc limit :limit)
			union (select distinct c.id from support_case c join message m on m.case_id = c.id
			where m.search @@ %2$s and %1$s order by c.id desc limit :limit))""";

	static ListQuery of(CaseFilter filter, CaseNumber after, int limit) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		Map<String, Object> params = new HashMap<>(Map.of("limit", limit));
		add(conditions, params, "c.id < :after", "after", (after != null) ? after.id() : null);
		add(conditions, params, "c.status = :status", "status", code(filter.status()));
		add(conditions, params, "c.tier = :tier", "tier", (filter.tier() != null) ? filter.tier().number() : null);
		add(conditions, params, "c.severity = :severity", "severity", filter.severity());
		add(conditions, params, "c.company = :company", "company", filter.company());
		String all = String.join(" and ", conditions);
		if (filter.query() == null) {
			return new ListQuery("where " + all, params);
		}
		params.put("query", filter.query());
		return new ListQuery(FOUND.formatted(all, WORDS), params);
	}

	private static void add(List<String> conditions, Map<String, Object> params, String condition, String name,
			Object value) {
		if (value != null) {
			conditions.add(condition);
			params.put(name, value);
		}
	}

	private static String code(Status status) {
		return (status != null) ? status.code() : null;
	}

}
