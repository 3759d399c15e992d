package org.tierline.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many rows words are in, as PostgreSQL estimates it. Of frequent words the newest
 * rows that have them are met soon by going back from the newest. Of rare ones PostgreSQL
 * believes the same, as if they were spread evenly: a word that the last ten thousand
 * cases do not have cost seconds. Those are looked up in the index of words, all of them.
 */
@Component
class WordSpread {

	/** So many rows are fetched one by one within a tenth of a second. */
	private static final int RARE = 20_000;

	/**
	 * Words that are in more than a tenth of a table are met soon, however few rows it
	 * has.
	 */
	private static final double SELDOM = 0.1;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	WordSpread(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Within a transaction that plans for the words. */
	Spread of(String words) {
		return new Spread(isRare("support_case", words), isRare("message", words));
	}

	private boolean isRare(String table, String words) {
		long rows = rows(table, words);
		return rows <= RARE && rows <= SELDOM * this.jdbc.sql("select reltuples from pg_class where oid = ?::regclass")
			.param(table)
			.query(Double.class)
			.single();
	}

	private long rows(String table, String words) {
		String plan = this.jdbc
			.sql("explain (format json) select from " + table + " where search @@ " + ListQuery.WORDS)
			.param("query", words)
			.query(String.class)
			.single();
		try {
			return this.json.readTree(plan).at("/0/Plan/Plan Rows").asLong();
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether the words are rare in each of the tables. */
	record Spread(boolean rareInCases, boolean rareInMessages) {
	}

}
