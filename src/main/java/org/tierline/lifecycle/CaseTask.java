package org.tierline.lifecycle;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.engine.ModelBean;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a technician's task shows in the lists: whose it is, when something is due, how
 * urgent.
 */
@Component
@ModelBean
public class CaseTask {

	private static final Set<Status> WITHOUT_TASK = EnumSet.of(Status.WAITING_FOR_PATCH, Status.RESOLVED);

	private final Cases cases;

	private final Casework casework;

	private final TaskService tasks;

	private final CaseInstances instances;

	private final CasesAtOnce atOnce;

	private final JdbcClient jdbc;

	CaseTask(Cases cases, Casework casework, @Lazy TaskService tasks, CaseInstances instances, CasesAtOnce atOnce,
			JdbcClient jdbc) {
		this.cases = cases;
		this.casework = casework;
		this.tasks = tasks;
		this.instances = instances;
		this.atOnce = atOnce;
		this.jdbc = jdbc;
	}

	/** A returning case goes to the technician who had it; null: to the group. */
	public String technician(DelegateExecution execution) {
		CaseNumber number = number(execution);
		return this.casework.technician(number, this.cases.get(number).tier()).orElse(null);
	}

	/**
	 * The earliest target that still runs, also one that was missed: the lists show it as
	 * overdue. Null if none runs.
	 */
	public Date dueAt(DelegateExecution execution) {
		return due(this.casework.targetDue(number(execution)));
	}

	/** 80 for a critical case down to 20 for a question. */
	public int priority(DelegateExecution execution) {
		return priority(this.cases.get(number(execution)).severity());
	}

	/** The same, from outside of the process. */
	void follow(CaseNumber number) {
		this.instances.of(number).ifPresent((id) -> follow(number, id));
	}

	/** Targets or severity have changed: the open tasks of the case show it. */
	void follow(CaseNumber number, String processInstanceId) {
		int priority = priority(this.cases.get(number).severity());
		Date due = due(this.casework.targetDue(number));
		for (Task task : this.tasks.createTaskQuery().processInstanceId(processInstanceId).list()) {
			task.setPriority(priority);
			if (hasDueDateOfCase(task.getTaskDefinitionKey())) {
				task.setDueDate(due);
			}
			this.tasks.saveTask(task);
		}
	}

	/** Whether the customer wrote and nobody has answered yet. */
	boolean isFollowedUp(CaseNumber number) {
		return this.atOnce.followsUp(number).orElseGet(() -> isOpen(number, SupportCaseModel.FOLLOW_UP));
	}

	/**
	 * The engine puts its own query together anew each time, which costs more than the
	 * answer.
	 */
	boolean isOpen(CaseNumber number, String task) {
		return this.instances.of(number)
			.filter((id) -> this.jdbc
				.sql("select exists (select from act_ru_task where proc_inst_id_ = ? and task_def_key_ = ?)")
				.params(id, task)
				.query(Boolean.class)
				.single())
			.isPresent();
	}

	/** The case shows who has its task. */
	@EventListener(condition = "#task.eventName == 'assignment'")
	void assigned(DelegateTask task) {
		number(task).ifPresent((number) -> {
			this.casework.assign(number, task.getAssignee());
			if (task.getAssignee() != null) {
				this.casework.workedOn(number, tier(task, number), task.getAssignee());
			}
		});
	}

	@EventListener(condition = "#task.eventName == 'complete' or #task.eventName == 'delete'")
	void ended(DelegateTask task) {
		if (task.getAssignee() != null) {
			number(task).ifPresent((number) -> this.casework.assign(number, null));
		}
	}

	/**
	 * The case whose main task this is; an assistance or a defect's task assigns no case,
	 * nor does a follow-up once the case has a standing task again.
	 */
	private Optional<CaseNumber> number(DelegateTask task) {
		return Stream.of(task.getTaskDefinitionKey())
			.filter(SupportCaseModel.MAIN_TASKS::contains)
			.map((key) -> new CaseNumber(task.getExecution().getProcessBusinessKey()))
			.filter((number) -> !isFollowUp(task) || WITHOUT_TASK.contains(this.cases.get(number).status()))
			.findFirst();
	}

	private static boolean isFollowUp(DelegateTask task) {
		return SupportCaseModel.FOLLOW_UP.equals(task.getTaskDefinitionKey());
	}

	/** Whose work it is: a follow-up is Tier 1's only where Tier 1 solved the case. */
	private Tier tier(DelegateTask task, CaseNumber number) {
		boolean tierOne = isFollowUp(task) ? this.cases.get(number).tier() == Tier.ONE
				: !SupportCaseModel.INVESTIGATE_CASE.equals(task.getTaskDefinitionKey());
		return tierOne ? Tier.ONE : Tier.TWO;
	}

	private static CaseNumber number(DelegateExecution execution) {
		return new CaseNumber(execution.getProcessBusinessKey());
	}

	static int priority(Integer severity) {
		return 100 - 20 * severity;
	}

	/** A call is due when the customer wishes it. */
	static boolean hasDueDateOfCase(String task) {
		return !SupportCaseModel.CALL_BACK.equals(task);
	}

	static Date due(Optional<Instant> target) {
		return target.map(Date::from).orElse(null);
	}

}
