package org.tierline.patches;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Reads the tables; a page of defects is one query. */
@Component
class JdbcDefects implements Defects {

	private final DefectRows rows;

	private final DefectHistory history;

	JdbcDefects(DefectRows rows, DefectHistory history) {
		this.rows = rows;
		this.history = history;
	}

	@Override
	public Optional<Defect> find(DefectNumber number) {
		return this.rows.find(number);
	}

	@Override
	public Defect get(DefectNumber number) {
		return find(number).orElseThrow(() -> new NoSuchDefect(number));
	}

	@Override
	public List<DefectStep> steps(DefectNumber number) {
		return this.history.steps(number);
	}

	@Override
	public List<Defect> list(DefectState state, DefectNumber after, int limit) {
		return this.rows.list(state, after, limit);
	}

}
