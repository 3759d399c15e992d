package org.tierline.engine;

import java.util.Date;

import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * When an activity ends, the engine reads when it began. Where that is known it need not.
 */
class KnownStarts extends DbHistoryEventHandler {

	@Override
	protected void insertOrUpdate(HistoryEvent event) {
		Date start = KnownRows.current().map((known) -> known.start(event.getId())).orElse(null);
		boolean isNew = isInitialEvent(event)
				|| getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null;
		if (start == null || isNew || !(event instanceof HistoricScopeInstanceEvent ended)) {
			super.insertOrUpdate(event);
		}
		else {
			ended.setStartTime(start);
			getDbEntityManager().merge(event);
		}
	}

}
