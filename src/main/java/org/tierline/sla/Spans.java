package org.tierline.sla;

import java.util.ArrayList;
import java.util.List;

/** Collects stretches of time in order: empty ones vanish, touching ones become one. */
final class Spans {

	private final List<Span> all = new ArrayList<>();

	void add(Span span) {
		if (!span.end().isAfter(span.start())) {
			return;
		}
		int last = this.all.size() - 1;
		if (last >= 0 && !this.all.get(last).end().isBefore(span.start())) {
			this.all.set(last, this.all.get(last).upTo(span.end()));
		}
		else {
			this.all.add(span);
		}
	}

	List<Span> all() {
		return List.copyOf(this.all);
	}

}
