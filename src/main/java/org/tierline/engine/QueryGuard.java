package org.tierline.engine;

import java.util.List;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses expressions in queries, for everybody. The engine's own switch does not look
 * into the parts of an or-query (CVE-2026-109432).
 */
class QueryGuard extends CommandInterceptor {

	static final String REFUSAL = "Expressions in queries are not allowed";

	@Override
	public <T> T execute(Command<T> command) {
		if (command instanceof AbstractQuery<?, ?> query) {
			refuseExpressions(query);
		}
		return this.next.execute(command);
	}

	static void refuseExpressions(AbstractQuery<?, ?> query) {
		if (!query.getExpressions().isEmpty()) {
			throw new BadUserRequestException(REFUSAL + ": " + String.join(", ", query.getExpressions().keySet()));
		}
		if (query instanceof TaskQueryImpl tasks) {
			parts(tasks).stream().filter((part) -> part != tasks).forEach(QueryGuard::refuseExpressions);
		}
	}

	private static List<TaskQueryImpl> parts(TaskQueryImpl tasks) {
		return (tasks.getQueries() != null) ? tasks.getQueries() : List.of();
	}

}
