package org.tierline.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tierline.history.Tables.Table;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives each copy numbers that nobody has. */
final class Numbers {

	private final Map<String, Long> next = new HashMap<>();

	private long id;

	Numbers(JdbcClient jdbc, List<Table> tables) {
		this.id = jdbc.sql("select nextval('case_number')").query(Long.class).single();
		tables.stream()
			.filter(Table::numbered)
			.forEach((table) -> this.next.put(table.name(),
					jdbc.sql("select coalesce(max(id), 0) + 1 from " + table.name()).query(Long.class).single()));
	}

	/**
	 * The next copy.
	 * @param sizes by table, how many numbers it needs
	 */
	Copy next(Map<String, Integer> sizes, long companyId, String company, String subject, long now, long past,
			long ahead) {
		Map<String, Long> own = new HashMap<>(this.next);
		sizes.forEach((table, size) -> this.next.merge(table, (long) size, Long::sum));
		long number = this.id++;
		return new Copy(number, "%012x".formatted(number), companyId, company, subject, now, past, ahead, own);
	}

}
