package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When customers heard from us, read from the timeline. */
@Repository
class News {

	/** What the timeline says of a progress report. */
	static final String REPORT = "progress report";

	private final JdbcClient jdbc;

	private final Writes writes;

	News(JdbcClient jdbc, Writes writes) {
		this.jdbc = jdbc;
		this.writes = writes;
	}

	/**
	 * When the customer had news last or the case came back to us, whichever is later;
	 * empty if no person has answered yet.
	 */
	Optional<Instant> last(CaseNumber number) {
		return Optional.ofNullable(last(List.of(number)).get(number));
	}

	/**
	 * The same for many cases; those that nobody has answered yet are left out, also if
	 * they had reports, which no person writes.
	 */
	Map<CaseNumber, Instant> last(Collection<CaseNumber> numbers) {
		this.writes.flush();
		return this.jdbc.sql("""
				select case_id, max(at) as at from timeline where case_id = any(:ids)
				and (what in ('answered', 'asked', 'resumed', 'resolved', 'disagreed', 'reopened')
				or (what = 'called' and why like 'reached%')) group by case_id
				having count(*) filter (where why is distinct from :report) > 0""")
			.param("report", REPORT)
			.param("ids", CaseNumber.ids(numbers))
			.query((row, index) -> Map.entry(Columns.number(row, "case_id"), Columns.instant(row, "at")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
