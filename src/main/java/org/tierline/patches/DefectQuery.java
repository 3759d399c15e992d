package org.tierline.patches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The where clause of a list of defects. */
record DefectQuery(String where, Map<String, Object> params) {

	/** Words as typed; the last may be the beginning of one. */
	static final String WORDS = "(nullif(plainto_tsquery('simple', :query)::text, '') || ':*')::tsquery";

	static DefectQuery of(DefectFilter filter, DefectNumber after, int limit) {
		DefectQuery query = new DefectQuery("where true", new HashMap<>(Map.of("limit", limit)));
		List<String> conditions = new ArrayList<>(List.of("true"));
		query.add(conditions, "d.id < :after", "after", (after != null) ? after.id() : null);
		query.add(conditions, "d.state = :state", "state", Columns.code(filter.state()));
		query.add(conditions, "lower(d.product) = lower(:product)", "product", filter.product());
		query.add(conditions, "k.severity = :severity", "severity", filter.severity());
		query.add(conditions, "k.track = :track", "track", Columns.code(filter.track()));
		query.add(conditions, "k.vehicle = :vehicle", "vehicle", Columns.code(filter.vehicle()));
		query.add(conditions, "lower(r.name) = lower(:release)", "release", filter.release());
		query.add(conditions, "(r.id is not null) = :planned", "planned", filter.planned());
		query.add(conditions, "d.search @@ " + WORDS, "query", filter.query());
		return new DefectQuery("where " + String.join(" and ", conditions), query.params());
	}

	private void add(List<String> conditions, String condition, String name, Object value) {
		if (value != null) {
			conditions.add(condition);
			this.params.put(name, value);
		}
	}

}
