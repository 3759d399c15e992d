package org.tierline.engine;

import java.lang.reflect.Method;
import java.util.Set;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * The expressions of models: they read variables, look into lists and maps, and call
 * listed beans. The engine's own resolvers would let them call any method of any object,
 * which is to run any code.
 */
class ModelExpressions extends JuelExpressionManager {

	static final Set<String> FUNCTIONS = Set.of(CommandContextFunctions.CURRENT_USER,
			CommandContextFunctions.CURRENT_USER_GROUPS, DateTimeFunctions.NOW, DateTimeFunctions.DATE_TIME);

	private final ModelBeans beans;

	ModelExpressions(ModelBeans beans) {
		this.beans = beans;
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver resolver = new CompositeELResolver();
		// First, so that no variable ever stands in for a step.
		resolver.add(new ListedBeansOnly(this.beans));
		resolver.add(new VariableScopeElResolver());
		resolver.add(new VariableContextElResolver());
		resolver.add(new ArrayELResolver(true));
		resolver.add(new ListELResolver(true));
		resolver.add(new MapELResolver(true));
		return resolver;
	}

	/** Plugins offer more functions, such as parsers; models need none of them. */
	@Override
	public void addFunction(String name, Method function) {
		if (FUNCTIONS.contains(name)) {
			super.addFunction(name, function);
		}
	}

	/**
	 * Only queries evaluate outside of every scope (CVE-2026-109432): a caller's text
	 * must never be an expression, wherever in a query it hides.
	 */
	@Override
	public ELContext getElContext(VariableScope scope) {
		if (scope == null) {
			throw new InvalidRequestException(Status.BAD_REQUEST, QueryGuard.REFUSAL);
		}
		return super.getElContext(scope);
	}

}
