package org.tierline.engine;

import java.util.function.Supplier;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A step that does on a person's behalf what the person may not do. */
@Component
@ModelBean
public class GuardedStep {

	private final RuntimeService runtime;

	private volatile Supplier<?> failure;

	GuardedStep(@Lazy RuntimeService runtime) {
		this.runtime = runtime;
		fails();
	}

	/** Sets a variable by the service, as a nested command. */
	public void move(DelegateExecution execution) {
		this.runtime.setVariable(execution.getProcessInstanceId(), "tier", 7);
	}

	/** Fails, as the outside does, or in the way that a test wants. */
	public void fail() {
		this.failure.get();
	}

	void failsBy(Supplier<?> other) {
		this.failure = other;
	}

	void fails() {
		failsBy(() -> {
			throw new IllegalStateException("the outside is not there");
		});
	}

}
