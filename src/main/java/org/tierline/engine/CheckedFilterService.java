package org.tierline.engine;

import java.util.List;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/** The engine's filter service; no filter is stored or extended with expressions. */
class CheckedFilterService extends FilterServiceImpl {

	@Override
	public Filter saveFilter(Filter filter) {
		if (filter != null) {
			check(filter.getQuery());
		}
		return super.saveFilter(filter);
	}

	@Override
	public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
		return super.list(filterId, checked(extendingQuery));
	}

	@Override
	public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extendingQuery, int first, int max) {
		return super.listPage(filterId, checked(extendingQuery), first, max);
	}

	@Override
	public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
		return super.singleResult(filterId, checked(extendingQuery));
	}

	@Override
	public Long count(String filterId, Query<?, ?> extendingQuery) {
		return super.count(filterId, checked(extendingQuery));
	}

	private static <Q extends Query<?, ?>> Q checked(Q query) {
		check(query);
		return query;
	}

	private static void check(Query<?, ?> query) {
		if (query instanceof AbstractQuery<?, ?> known) {
			QueryGuard.refuseExpressions(known);
		}
	}

}
