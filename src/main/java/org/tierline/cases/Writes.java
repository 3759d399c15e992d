package org.tierline.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes rows: at once, or, where a transaction works on many cases, the same statements
 * of all of them together. Whoever reads what may have been written flushes first.
 */
@Component
class Writes {

	private final JdbcOperations jdbc;

	Writes(JdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	void write(String sql, Object... params) {
		Map<String, List<Object[]>> held = held();
		if (held == null) {
			this.jdbc.update(sql, params);
		}
		else {
			held.computeIfAbsent(sql, (key) -> new ArrayList<>()).add(params);
		}
	}

	/** What is written within goes out together at its end. */
	void together(Runnable work) {
		TransactionSynchronizationManager.bindResource(this, new LinkedHashMap<String, List<Object[]>>());
		try {
			work.run();
			flush();
		}
		finally {
			TransactionSynchronizationManager.unbindResource(this);
		}
	}

	/** Whether this transaction holds its writes back. */
	boolean areTogether() {
		return held() != null;
	}

	void flush() {
		Map<String, List<Object[]>> held = held();
		if (held != null && !held.isEmpty()) {
			Map<String, List<Object[]>> all = new LinkedHashMap<>(held);
			held.clear();
			all.forEach(this.jdbc::batchUpdate);
		}
	}

	@SuppressWarnings("unchecked")
	private Map<String, List<Object[]>> held() {
		return (Map<String, List<Object[]>>) TransactionSynchronizationManager.getResource(this);
	}

}
