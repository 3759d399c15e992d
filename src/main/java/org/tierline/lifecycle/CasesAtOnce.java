package org.tierline.lifecycle;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

import org.tierline.cases.CaseNumber;
import org.tierline.engine.KnownRows;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a message to the processes of many cases in one command: the engine would read
 * each process in a dozen queries of its own, here five queries read them all, and what
 * they write goes out in batches.
 */
@Component
class CasesAtOnce {

	private static final String ENTITIES = "org.camunda.bpm.engine.impl.persistence.entity.";

	private final ProcessEngine engine;

	private final JdbcClient jdbc;

	CasesAtOnce(@Lazy ProcessEngine engine, JdbcClient jdbc) {
		this.engine = engine;
		this.jdbc = jdbc;
	}

	/**
	 * All of the processes must wait for the message.
	 * @param values what each is handed, for the steps of this transaction
	 */
	void send(String message, Map<CaseNumber, Map<String, Object>> values) {
		if (!values.isEmpty()) {
			configuration().getCommandExecutorTxRequired().execute((context) -> {
				send(message, values, new Reading(context, values.keySet()));
				return null;
			});
		}
	}

	private void send(String message, Map<CaseNumber, Map<String, Object>> values, Reading reading) {
		TransactionSynchronizationManager.bindResource(this, reading.known());
		try {
			KnownRows.within(reading.jobs(), reading.starts(), () -> values.forEach((number,
					passing) -> reading.waiting(number, message).eventReceived(passing, null, null, null, false)));
		}
		finally {
			TransactionSynchronizationManager.unbindResource(this);
		}
	}

	/** The jobs of a case's process, if they have been read here. */
	Optional<List<JobEntity>> jobs(CaseNumber number) {
		return known().map((known) -> known.jobs().getOrDefault(number, List.of()));
	}

	/** Whether a case has an open follow-up, if that has been read here. */
	Optional<Boolean> followsUp(CaseNumber number) {
		return known().map((known) -> known.followingUp().contains(number));
	}

	private Optional<Known> known() {
		return Optional.ofNullable((Known) TransactionSynchronizationManager.getResource(this));
	}

	private ProcessEngineConfigurationImpl configuration() {
		return (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration();
	}

	/** What the steps ask of the engine, by case. */
	private record Known(Map<CaseNumber, List<JobEntity>> jobs, Set<CaseNumber> followingUp) {
	}

	/** The processes of the cases with all that belongs to them. */
	private final class Reading {

		private final CommandContext context;

		private final Map<String, CaseNumber> numbers;

		private final Map<CaseNumber, List<EventSubscriptionEntity>> subscriptions;

		private final Map<String, List<JobEntity>> jobs;

		Reading(CommandContext context, Collection<CaseNumber> cases) {
			this.context = context;
			String[] keys = cases.stream().map(CaseNumber::value).toArray(String[]::new);
			this.numbers = CasesAtOnce.this.jdbc
				.sql("select id_, business_key_ from act_ru_execution where business_key_ = any(:keys)"
						+ " and parent_id_ is null")
				.param("keys", keys)
				.query((row, index) -> Map.entry(row.getString(1), new CaseNumber(row.getString(2))))
				.list()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
			Map<String, List<ExecutionEntity>> executions = all(ExecutionEntity.class, "executionResultMap",
					"ACT_RU_EXECUTION where PROC_INST_ID_", ExecutionEntity::getProcessInstanceId);
			Map<String, List<EventSubscriptionEntity>> waiting = all(EventSubscriptionEntity.class,
					"eventSubscriptionResultMap", "ACT_RU_EVENT_SUBSCR where PROC_INST_ID_",
					EventSubscriptionEntity::getProcessInstanceId);
			Map<String, List<VariableInstanceEntity>> variables = all(VariableInstanceEntity.class,
					"variableInstanceResultMap", "ACT_RU_VARIABLE where PROC_INST_ID_",
					VariableInstanceEntity::getProcessInstanceId);
			this.jobs = all(JobEntity.class, "jobResultMap", "ACT_RU_JOB where PROCESS_INSTANCE_ID_",
					JobEntity::getProcessInstanceId);
			executions.forEach((id, tree) -> restore(id, tree, waiting.getOrDefault(id, List.of()),
					variables.getOrDefault(id, List.of())));
			this.subscriptions = waiting.entrySet()
				.stream()
				.collect(Collectors.toMap((entry) -> this.numbers.get(entry.getKey()), Map.Entry::getValue));
		}

		private static void restore(String id, List<ExecutionEntity> tree, List<EventSubscriptionEntity> waiting,
				List<VariableInstanceEntity> variables) {
			tree.stream()
				.filter((execution) -> execution.getId().equals(id))
				.forEach((root) -> root.restoreProcessInstance(tree, waiting, variables, null, null, null, null));
		}

		EventSubscriptionEntity waiting(CaseNumber number, String message) {
			return this.subscriptions.getOrDefault(number, List.of())
				.stream()
				.filter((subscription) -> message.equals(subscription.getEventName()))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("Case " + number + " does not wait for " + message));
		}

		List<JobEntity> jobs() {
			return this.jobs.values().stream().flatMap(List::stream).toList();
		}

		/** When their running activities began, by id. */
		Map<String, Date> starts() {
			return CasesAtOnce.this.jdbc.sql(
					"select id_, start_time_ from act_hi_actinst where proc_inst_id_ = any(:ids) and end_time_ is null")
				.param("ids", this.numbers.keySet().toArray(String[]::new))
				.query((row, index) -> Map.entry(row.getString(1), (Date) row.getTimestamp(2)))
				.list()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		}

		Known known() {
			return new Known(
					this.jobs.entrySet()
						.stream()
						.collect(Collectors.toMap((entry) -> this.numbers.get(entry.getKey()), Map.Entry::getValue)),
					followingUp());
		}

		private Set<CaseNumber> followingUp() {
			return new HashSet<>(CasesAtOnce.this.jdbc
				.sql("select proc_inst_id_ from act_ru_task where proc_inst_id_ = any(:ids) and task_def_key_ = :task")
				.param("ids", this.numbers.keySet().toArray(String[]::new))
				.param("task", SupportCaseModel.FOLLOW_UP)
				.query(String.class)
				.list()
				.stream()
				.map(this.numbers::get)
				.toList());
		}

		/** The engine's own objects, in its cache from now on, by process. */
		@SuppressWarnings("unchecked")
		private <T> Map<String, List<T>> all(Class<T> type, String resultMap, String from,
				Function<T, String> process) {
			String statement = statement(type, resultMap, from);
			return ((List<T>) this.context.getDbEntityManager()
				.selectList(statement, String.join(",", this.numbers.keySet()))).stream()
				.collect(Collectors.groupingBy(process));
		}

	}

	/** A query that the engine lacks: the same rows of many processes. */
	private String statement(Class<?> type, String resultMap, String from) {
		Configuration mapping = configuration().getSqlSessionFactory().getConfiguration();
		String id = ENTITIES + type.getSimpleName() + ".ofManyProcesses";
		synchronized (this) {
			if (!mapping.hasStatement(id, false)) {
				mapping.addMappedStatement(new MappedStatement.Builder(mapping, id,
						new XMLLanguageDriver().createSqlSource(
								mapping, "select * from " + from + " = any(string_to_array(#{parameter}, ','))",
								ListQueryParameterObject.class),
						SqlCommandType.SELECT)
					.resultMaps(List.of(mapping.getResultMap(ENTITIES + type.getSimpleName() + "." + resultMap)))
					.build());
			}
		}
		return id;
	}

}
