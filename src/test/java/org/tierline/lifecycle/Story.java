package org.tierline.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.tierline.MovableClock;
import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Channel;
import org.tierline.cases.Impact;
import org.tierline.cases.Opening;
import org.tierline.cases.Status;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.Urgency;
import org.tierline.cases.What;
import org.tierline.customers.Companies;
import org.tierline.customers.Contact;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;

import org.springframework.boot.test.context.TestComponent;

import static org.assertj.core.api.Assertions.assertThat;

/** The vocabulary of the stories: who does what, and what is then to be seen. */
@TestComponent
class Story {

	/** A Monday at 10:00 in working time. */
	static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

	final SupportCaseProcess process;

	final Cases cases;

	final Companies companies;

	final TaskService tasks;

	final RuntimeService runtime;

	final ManagementService jobs;

	final MovableClock clock;

	final Couriers couriers;

	Story(SupportCaseProcess process, Cases cases, Companies companies, TaskService tasks, RuntimeService runtime,
			ManagementService jobs, MovableClock clock, Couriers couriers) {
		this.process = process;
		this.cases = cases;
		this.companies = companies;
		this.tasks = tasks;
		this.runtime = runtime;
		this.jobs = jobs;
		this.clock = clock;
		this.couriers = couriers;
	}

	/** A company of its own, so that stories do not meet. */
	String company(Plan plan, boolean priorityUpdates) {
		String name = plan.code() + " " + UUID.randomUUID();
		this.companies.add(name, plan, priorityUpdates, Site.standard(java.time.ZoneOffset.UTC));
		return name;
	}

	CaseNumber opened(Plan plan, Impact impact, Urgency urgency) {
		return opened(company(plan, false), impact, urgency, null);
	}

	CaseNumber opened(String company, Impact impact, Urgency urgency, Instant callBackAt) {
		return this.process
			.open(new Opening(company, new Contact("Kim Example", "kim@example.test", "+1 555 0100"), "Player",
					"Playback stops", "Since the update the player stops.", impact, urgency, Channel.WEB, callBackAt));
	}

	/** Severity 2 under premium: response 12, update 8, resolution 24 working hours. */
	CaseNumber openedHighPremium() {
		return opened(Plan.PREMIUM, Impact.SEVERAL, Urgency.STOPPED);
	}

	Task task(Object key, String definition) {
		List<Task> found = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(key.toString())
			.taskDefinitionKey(definition)
			.list();
		assertThat(found).as("%s of %s", definition, key).hasSize(1);
		return found.get(0);
	}

	/** The open tasks by definition key, sorted. */
	List<String> openTasks(Object key) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(key.toString())
			.list()
			.stream()
			.map(Task::getTaskDefinitionKey)
			.sorted()
			.toList();
	}

	void complete(Object key, String definition, Object... answers) {
		Map<String, Object> fields = new HashMap<>();
		for (int i = 0; i < answers.length; i += 2) {
			fields.put((String) answers[i], answers[i + 1]);
		}
		this.tasks.complete(task(key, definition).getId(), fields);
	}

	CaseFile file(CaseNumber number) {
		return this.cases.file(number);
	}

	Status status(CaseNumber number) {
		return this.cases.get(number).status();
	}

	List<What> timeline(CaseNumber number) {
		return this.cases.timeline(number).stream().map(TimelineEntry::what).toList();
	}

	ProcessInstance instance(CaseNumber number) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).singleResult();
	}

	/**
	 * Lets time pass, firing on the way what falls due for this case or defect, in order.
	 */
	void passes(Duration duration, Object key) {
		Instant end = this.clock.instant().plus(duration);
		for (Job next = next(key); next != null && !next.getDuedate().after(Date.from(end)); next = next(key)) {
			if (next.getDuedate().toInstant().isAfter(this.clock.instant())) {
				this.clock.moveTo(next.getDuedate().toInstant());
			}
			this.jobs.executeJob(next.getId());
		}
		this.clock.moveTo(end);
	}

	/**
	 * Runs the asynchronous steps that wait and makes the deliveries that are due,
	 * whomsoever they belong to, until nothing is left.
	 */
	void works() {
		do {
			for (List<Job> waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
				waiting.forEach((job) -> this.jobs.executeJob(job.getId()));
			}
			deliver();
		}
		while (!waiting().isEmpty());
	}

	private void deliver() {
		try {
			this.couriers.work();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<Job> waiting() {
		return this.jobs.createJobQuery().messages().withRetriesLeft().executable().list();
	}

	private Job next(Object key) {
		ProcessInstance instance = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(key.toString())
			.singleResult();
		return (instance == null) ? null
				: this.jobs.createJobQuery()
					.processInstanceId(instance.getId())
					.timers()
					.orderByJobDuedate()
					.asc()
					.listPage(0, 1)
					.stream()
					.findFirst()
					.orElse(null);
	}

}
