package org.tierline.patches;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Reads the tables; a page of defects is one query. */
@Component
class JdbcDefects implements Defects {

	private final DefectRows rows;

	private final DefectHistory history;

	private final DefectEvents events;

	private final Ties ties;

	JdbcDefects(DefectRows rows, DefectHistory history, DefectEvents events, Ties ties) {
		this.rows = rows;
		this.history = history;
		this.events = events;
		this.ties = ties;
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
	public List<DefectEvent> history(DefectNumber number, int limit) {
		return this.events.newest(number, limit);
	}

	@Override
	public Progress progress(DefectNumber number) {
		return this.ties.progress(number);
	}

	@Override
	public Optional<Ruling> ruling(DefectNumber number) {
		return this.history.ruling(number);
	}

	@Override
	public DefectNumber survivor(DefectNumber number) {
		return this.rows.survivor(number);
	}

	@Override
	public List<Defect> list(DefectFilter filter, DefectNumber after, int limit) {
		return this.rows.list(filter, after, limit);
	}

}
