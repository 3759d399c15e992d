package org.tierline.lifecycle;

import java.util.Date;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;

import org.tierline.engine.ModelBean;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a defect's task shows in the lists: when the fix is due, how it is ranked. */
@Component
@ModelBean
public class DefectTask {

	private static final int HIGHEST = 100;

	private final Defects defects;

	private final DefectWork work;

	private final TaskService tasks;

	DefectTask(Defects defects, DefectWork work, @Lazy TaskService tasks) {
		this.defects = defects;
		this.work = work;
		this.tasks = tasks;
	}

	/** Null: with the next release. */
	public Date dueAt(DelegateExecution execution) {
		return due(defect(execution.getProcessBusinessKey()));
	}

	/** 99 for rank 1, less for each that follows, never below 0. */
	public int priority(DelegateExecution execution) {
		return priority(defect(execution.getProcessBusinessKey()));
	}

	/** The rank has changed: the open tasks of the defect show it. */
	void follow(DefectNumber number, String processInstanceId) {
		Defect defect = this.defects.get(number);
		for (Task task : this.tasks.createTaskQuery().processInstanceId(processInstanceId).list()) {
			task.setDueDate(due(defect));
			task.setPriority(priority(defect));
			this.tasks.saveTask(task);
		}
	}

	/** Somebody has taken the defect up. */
	@EventListener(condition = "#task.eventName == 'assignment'")
	void assigned(DelegateTask task) {
		if (task.getAssignee() != null && PatchPipelineModel.DEVELOP_FIX.equals(task.getTaskDefinitionKey())) {
			takeUp(new DefectNumber(task.getExecution().getProcessBusinessKey()), task.getAssignee());
		}
	}

	private void takeUp(DefectNumber number, String who) {
		if (this.work.lock(number) == DefectState.RANKED) {
			this.work.move(number, DefectState.IN_DEVELOPMENT, who, null);
		}
	}

	private Defect defect(String key) {
		return this.defects.get(new DefectNumber(key));
	}

	private static Date due(Defect defect) {
		return (defect.dueAt() != null) ? Date.from(defect.dueAt()) : null;
	}

	private static int priority(Defect defect) {
		return Math.max(0, HIGHEST - defect.rank());
	}

}
