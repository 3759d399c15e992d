package org.tierline.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;

/**
 * Knows the listed beans by name, calls their own public methods, and nobody else's.
 */
class ListedBeansOnly extends ELResolver {

	/** Camunda Modeler writes it to hand a business key on to a called process. */
	static final String BUSINESS_KEY = "processBusinessKey";

	private final ModelBeans beans;

	private final BeanELResolver methods = new BeanELResolver(true);

	ListedBeansOnly(ModelBeans beans) {
		this.beans = beans;
	}

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		if (base == null && this.beans.contains(String.valueOf(property))) {
			context.setPropertyResolved(true);
			return this.beans.get(String.valueOf(property));
		}
		if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
			context.setPropertyResolved(true);
			return execution.getProcessBusinessKey();
		}
		return null;
	}

	@Override
	public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
		if (!this.beans.offers(base, String.valueOf(method))) {
			throw new MethodNotFoundException("models may not call " + method + " here");
		}
		return this.methods.invoke(context, base, method, types, arguments);
	}

	@Override
	public Class<?> getType(ELContext context, Object base, Object property) {
		return null;
	}

	@Override
	public void setValue(ELContext context, Object base, Object property, Object value) {
		// A bean is nothing to write to.
	}

	@Override
	public boolean isReadOnly(ELContext context, Object base, Object property) {
		return true;
	}

	@Override
	public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
		return null;
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext context, Object base) {
		return Object.class;
	}

}
