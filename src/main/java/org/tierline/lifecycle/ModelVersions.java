package org.tierline.lifecycle;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CreateMigrationPlanCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanBuilderImpl;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;

import org.tierline.cases.StateForbids;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A process runs on the version of its model that it was started on, for years. What a
 * later version learned to hear would not reach it: then it is moved to the newest one,
 * at the moment when it is to hear it and under the lock of its case or defect. All else
 * goes on as it was begun.
 */
@Component
class ModelVersions {

	private static final Log logger = LogFactory.getLog(ModelVersions.class);

	private final ProcessEngine engine;

	private final JdbcClient jdbc;

	/** By definition: a version never changes. */
	private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();

	ModelVersions(@Lazy ProcessEngine engine, JdbcClient jdbc) {
		this.engine = engine;
		this.jdbc = jdbc;
	}

	/**
	 * Makes sure that the process of that key, if one runs, can hear of the message,
	 * whether or not it waits for it now.
	 * @throws StateForbids if it cannot, saying what to do: nothing is changed then
	 */
	void prepare(String process, String key, String message) {
		running(process, key).filter((running) -> !knows(running.definition(), message))
			.ifPresent((running) -> move(running, newest(process, message), message));
	}

	/**
	 * Makes sure that the message begins a process.
	 * @throws StateForbids if the newest version does not know it
	 */
	void prepareStart(String process, String message) {
		newest(process, message);
	}

	private ProcessDefinition newest(String process, String message) {
		ProcessDefinition newest = newest(process);
		if (!knows(newest.getId(), message)) {
			throw new StateForbids("Version " + newest.getVersion() + " of the process " + process
					+ ", the newest, does not know " + message + ": deploy one that does, then try again");
		}
		return newest;
	}

	/** Not asked of the engine: what it has read it would not read again once moved. */
	private Optional<Running> running(String process, String key) {
		return this.jdbc.sql("""
				select e.id_, e.proc_def_id_, d.version_ from act_ru_execution e
				join act_re_procdef d on d.id_ = e.proc_def_id_
				where e.business_key_ = ? and d.key_ = ? and e.parent_id_ is null""")
			.params(key, process)
			.query((row, index) -> new Running(row.getString(1), key, row.getString(2), row.getInt(3)))
			.optional();
	}

	private boolean knows(String definition, String message) {
		return this.messages.computeIfAbsent(definition, this::read).contains(message);
	}

	private Set<String> read(String definition) {
		return this.engine.getRepositoryService()
			.getBpmnModelInstance(definition)
			.getModelElementsByType(Message.class)
			.stream()
			.map(Message::getName)
			.collect(Collectors.toSet());
	}

	private void move(Running running, ProcessDefinition newest, String message) {
		try {
			executor().execute((context) -> context.runWithoutAuthorization(() -> {
				migrate(running, newest, context);
				return null;
			}));
		}
		catch (MigrationPlanValidationException | MigratingProcessInstanceValidationException ex) {
			throw new StateForbids(running.key() + " runs on version " + running.version() + " of the process "
					+ newest.getKey() + ", which does not know " + message + ", and cannot be moved to version "
					+ newest.getVersion() + ": " + words(ex)
					+ ". An administrator moves it with POST /engine-rest/migration/execute, then try again");
		}
		logger.info(running.key() + " was moved from version " + running.version() + " of the process "
				+ newest.getKey() + " to version " + newest.getVersion() + " to hear of " + message);
	}

	/**
	 * Within a step of another process, the engine would write the move only after the
	 * step, and the message would not find who waits for it.
	 */
	private CommandExecutor executor() {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine
			.getProcessEngineConfiguration();
		return (Context.getCommandContext() != null) ? configuration.getCommandExecutorTxRequiresNew()
				: configuration.getCommandExecutorTxRequired();
	}

	/** Timers stay as they are: the clocks have set them. */
	private static void migrate(Running running, ProcessDefinition newest, CommandContext context) {
		MigrationPlanBuilderImpl wanted = new MigrationPlanBuilderImpl(null, running.definition(), newest.getId());
		wanted.mapEqualActivities();
		MigrationPlan plan = new CreateMigrationPlanCmd(wanted).execute(context);
		MigrationPlanExecutionBuilderImpl moving = new MigrationPlanExecutionBuilderImpl(null, plan);
		moving.processInstanceIds(running.id());
		new MigrateProcessInstanceCmd(moving, false).execute(context);
	}

	private ProcessDefinition newest(String key) {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(key)
			.latestVersion()
			.singleResult();
	}

	private static String words(ProcessEngineException ex) {
		return String.valueOf(ex.getMessage()).replaceAll("\\s+", " ").strip();
	}

	/** A process in the engine, and the version that it runs on. */
	private record Running(String id, String key, String definition, int version) {
	}

}
