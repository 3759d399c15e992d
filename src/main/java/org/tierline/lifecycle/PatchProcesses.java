package org.tierline.lifecycle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.Demand;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The running processes of defects and releases, in the caller's transaction. They are
 * found by process and key: a release may be called like a defect, and both know a
 * message {@code ReleasePublished}.
 */
@Component
class PatchProcesses {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final ModelVersions versions;

	PatchProcesses(@Lazy RuntimeService runtime, @Lazy TaskService tasks, ModelVersions versions) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.versions = versions;
	}

	/** A new defect enters the pipeline, to be ranked by who waits for it. */
	void report(DefectNumber number, Demand demand) {
		this.runtime.startProcessInstanceByKey(PatchPipelineModel.KEY, number.value(), passing(demand));
	}

	/**
	 * Others wait for the defect than when it was ranked; one that is over is left alone.
	 */
	void rerank(DefectNumber number, Demand demand) {
		send(PatchPipelineModel.KEY, number.value(), PatchPipelineModel.DEFECT_CHANGED, passing(demand));
	}

	/**
	 * The release of the defect is out; a pipeline that is over has nothing to deliver.
	 */
	void wake(DefectNumber number) {
		send(PatchPipelineModel.KEY, number.value(), PatchPipelineModel.RELEASE_PUBLISHED, Map.of());
	}

	/**
	 * The release that the defect waits for will not bring it; one that does not wait yet
	 * is asked about later.
	 */
	void planAgain(DefectNumber number) {
		sendIfAwaited(number, PatchPipelineModel.RELEASE_WITHDRAWN);
	}

	/**
	 * The release that brought the fix is withdrawn: another one is asked for, also if
	 * the defect's process is over.
	 */
	void recall(DefectNumber number) {
		if (!sendIfAwaited(number, PatchPipelineModel.RELEASE_WITHDRAWN) && pipeline(number).isEmpty()) {
			start(number, PatchPipelineModel.DEFECT_RECALLED);
		}
	}

	/**
	 * The released fix did not help: it is developed anew.
	 * @return false if that is not possible at this moment
	 */
	boolean reopen(DefectNumber number) {
		boolean over = pipeline(number).isEmpty();
		if (over) {
			start(number, PatchPipelineModel.DEFECT_REOPENED);
		}
		return over || sendIfAwaited(number, PatchPipelineModel.DEFECT_REOPENED);
	}

	/**
	 * All that was queued for the defect is delivered. A process on a version that waits
	 * for no deliveries goes on by itself.
	 */
	void deliveriesDone(DefectNumber number) {
		correlateIfAwaited(number, PatchPipelineModel.DELIVERIES_DONE);
	}

	private boolean sendIfAwaited(DefectNumber number, String message) {
		this.versions.prepare(PatchPipelineModel.KEY, number.value(), message);
		return correlateIfAwaited(number, message);
	}

	private boolean correlateIfAwaited(DefectNumber number, String message) {
		Optional<Execution> waiting = Optional.ofNullable(this.runtime.createExecutionQuery()
			.processDefinitionKey(PatchPipelineModel.KEY)
			.processInstanceBusinessKey(number.value())
			.messageEventSubscriptionName(message)
			.singleResult());
		waiting.ifPresent((execution) -> correlate(execution.getProcessInstanceId(), message, Map.of()));
		return waiting.isPresent();
	}

	private void start(DefectNumber number, String message) {
		this.versions.prepareStart(PatchPipelineModel.KEY, message);
		this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(number.value())
			.correlateStartMessage();
	}

	/**
	 * The defect is a duplicate: its tasks are over, and its cases go to another one.
	 */
	void merge(DefectNumber number) {
		send(PatchPipelineModel.KEY, number.value(), PatchPipelineModel.DEFECT_MERGED, Map.of());
	}

	/** Task lists show the title. */
	void rename(DefectNumber number, String title) {
		pipeline(number).ifPresent((id) -> this.runtime.setVariable(id, "subject", title));
	}

	void plan(String release) {
		// Task lists show the subject.
		this.runtime.startProcessInstanceByKey(ReleaseModel.KEY, release, Map.of("subject", release));
	}

	void publish(String release) {
		send(ReleaseModel.KEY, release, ReleaseModel.RELEASE_PUBLISHED, Map.of());
	}

	/** Nobody approves or delivers it any more. */
	void withdraw(String release) {
		send(ReleaseModel.KEY, release, ReleaseModel.RELEASE_WITHDRAWN, Map.of());
	}

	/** The open question which release brings the fix. */
	Optional<Task> planning(DefectNumber number) {
		return task(number, PatchPipelineModel.PLAN_RELEASE);
	}

	/** The open request to develop the fix. */
	Optional<Task> developing(DefectNumber number) {
		return task(number, PatchPipelineModel.DEVELOP_FIX);
	}

	private Optional<Task> task(DefectNumber number, String key) {
		return Optional.ofNullable(this.tasks.createTaskQuery()
			.processDefinitionKey(PatchPipelineModel.KEY)
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(key)
			.singleResult());
	}

	void answerDeveloping(Task developing, String note) {
		this.tasks.complete(developing.getId(), Map.of("outcome", "fixed", "fixNote", note));
	}

	void answerPlanning(Task planning, String release) {
		this.tasks.complete(planning.getId(), Map.of("releaseName", release));
	}

	private Optional<String> pipeline(DefectNumber number) {
		return instance(PatchPipelineModel.KEY, number.value());
	}

	private Optional<String> instance(String process, String key) {
		return Optional
			.ofNullable(
					this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(key, process).singleResult())
			.map(ProcessInstance::getProcessInstanceId);
	}

	/** To a process that is over nothing is sent. */
	private void send(String process, String key, String message, Map<String, Object> values) {
		this.versions.prepare(process, key, message);
		instance(process, key).ifPresent((id) -> correlate(id, message, values));
	}

	private void correlate(String instance, String message, Map<String, Object> values) {
		this.runtime.createMessageCorrelation(message).processInstanceId(instance).setVariables(values).correlate();
	}

	private static Map<String, Object> passing(Demand demand) {
		Map<String, Object> values = new HashMap<>();
		Answers.pass(values, "severity", demand.severity());
		Answers.pass(values, "companies", demand.companies());
		Answers.pass(values, "bestPlan", demand.bestPlan().code());
		Answers.pass(values, "priorityUpdates", demand.priorityUpdates());
		return values;
	}

}
