package org.tierline.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The beans that models may name: the steps of the processes, and what is marked as
 * {@link ModelBean}. Models are edited by people who are no administrators, so nothing
 * else of the application is in their reach.
 */
@Component
class ModelBeans {

	private final ListableBeanFactory beans;

	private final ConcurrentMap<Class<?>, Set<String>> methods = new ConcurrentHashMap<>();

	// Looked up when a model first asks: the steps need the engine, which needs this.
	private volatile Set<String> names;

	ModelBeans(ListableBeanFactory beans) {
		this.beans = beans;
	}

	boolean contains(String name) {
		return names().contains(name);
	}

	Object get(String name) {
		return this.beans.getBean(name);
	}

	/** Whether an expression may call this method of that bean. */
	boolean offers(String name, String method) {
		Class<?> type = contains(name) ? this.beans.getType(name) : null;
		return type != null && methods(type).contains(method);
	}

	/** Whether an expression may call this method of an object that it has at hand. */
	boolean offers(Object target, String method) {
		return isListed(target) && methods(target.getClass()).contains(method);
	}

	private boolean isListed(Object target) {
		return names().stream().anyMatch((name) -> get(name) == target);
	}

	/**
	 * Only what the house itself wrote: neither {@code getClass} nor what a proxy adds.
	 */
	private Set<String> methods(Class<?> type) {
		return this.methods.computeIfAbsent(type,
				(unknown) -> Arrays.stream(ClassUtils.getUserClass(unknown).getMethods())
					.filter((method) -> method.getDeclaringClass() != Object.class)
					.filter((method) -> !Modifier.isStatic(method.getModifiers()))
					.map(Method::getName)
					.collect(Collectors.toUnmodifiableSet()));
	}

	private Set<String> names() {
		Set<String> found = this.names;
		if (found == null) {
			found = Stream
				.concat(Arrays.stream(this.beans.getBeanNamesForType(JavaDelegate.class, true, false)),
						Arrays.stream(this.beans.getBeanNamesForAnnotation(ModelBean.class)))
				.collect(Collectors.toUnmodifiableSet());
			this.names = found;
		}
		return found;
	}

}
