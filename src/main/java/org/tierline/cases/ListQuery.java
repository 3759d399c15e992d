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
	 * Each table is asked by its own index; one condition over both could use neither.
	 */
	private static final String FOUND = "id in (select id from support_case where search @@ " + WORDS
			+ " union select case_id from message where search @@ " + WORDS + ")";

	static ListQuery of(CaseFilter filter, CaseNumber after) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		Map<String, Object> params = new HashMap<>();
		add(conditions, params, "id < :after", "after", (after != null) ? after.id() : null);
		add(conditions, params, "status = :status", "status", code(filter.status()));
		add(conditions, params, "tier = :tier", "tier", (filter.tier() != null) ? filter.tier().number() : null);
		add(conditions, params, "severity = :severity", "severity", filter.severity());
		add(conditions, params, "company = :company", "company", filter.company());
		add(conditions, params, FOUND, "query", filter.query());
		return new ListQuery("where " + String.join(" and ", conditions), params);
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
