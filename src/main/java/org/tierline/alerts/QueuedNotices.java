package org.tierline.alerts;

import java.time.Clock;
import java.util.List;

import org.tierline.cases.Cases;
import org.tierline.cases.StateForbids;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes out, and a second try for what was given up. */
@Component
class QueuedNotices implements Notices {

	private final NoticeRows rows;

	private final Cases cases;

	private final Clock clock;

	QueuedNotices(NoticeRows rows, Cases cases, Clock clock) {
		this.rows = rows;
		this.cases = cases;
		this.clock = clock;
	}

	@Override
	public List<Notice> list(State state, Long after, int limit) {
		return this.rows.list(state, after, limit);
	}

	/** Under the lock of the case, before or after its alert ends and never meanwhile. */
	@Override
	@Transactional
	public Notice retry(long id, String who) {
		this.cases.lock(find(id).number());
		if (!this.rows.retry(id, who, this.clock.instant())) {
			throw refusal(find(id));
		}
		return find(id);
	}

	private static StateForbids refusal(Notice notice) {
		return new StateForbids("Notice " + notice.id()
				+ ((notice.state() == State.FAILED)
						? " is not needed any more: alert " + notice.alert() + " is acknowledged or over"
						: " is " + notice.state().code() + ", not failed"));
	}

	private Notice find(long id) {
		return this.rows.find(id).orElseThrow(() -> new NoSuchName("notice " + id));
	}

}
