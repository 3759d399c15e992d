package org.tierline.engine;

import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings as the engine has them, whatever the file says. */
@TierlineTest
class EngineSettingsTests {

	@Autowired
	ProcessEngineConfigurationImpl engine;

	@Autowired
	HikariDataSource pool;

	@Autowired
	JdbcClient database;

	@Test
	void whatIsNotUsedIsOff() {
		assertThat(this.engine.isCmmnEnabled()).isFalse();
		assertThat(this.engine.isStandaloneTasksEnabled()).isFalse();
		assertThat(this.engine.isTaskMetricsEnabled()).isFalse();
		assertThat(this.engine.isDbMetricsReporterActivate()).isFalse();
		assertThat(this.engine.isJavaSerializationFormatEnabled()).isFalse();
		assertThat(this.engine.isEnableXxeProcessing()).isFalse();
	}

	@Test
	void whatCallersSayIsNeverCode() {
		assertThat(this.engine.isEnableExpressionsInAdhocQueries()).isFalse();
		assertThat(this.engine.isEnableExpressionsInStoredQueries()).isFalse();
		assertThat(this.engine.isDeserializationTypeValidationEnabled()).isTrue();
		assertThat(this.engine.isAuthorizationEnabled()).isTrue();
		assertThat(this.engine.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
	}

	@Test
	void jobsAreFoundByTheirDateAndTriedAgain() {
		assertThat(this.engine.isEnsureJobDueDateNotNull()).isTrue();
		assertThat(this.engine.isJobExecutorAcquireByDueDate()).isTrue();
		assertThat(this.engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT5M,PT15M,PT1H");
		assertThat(this.database.sql("select indexdef from pg_indexes where tablename = 'act_ru_job'")
			.query(String.class)
			.list()).anyMatch((index) -> index.endsWith("(duedate_)"));
	}

	@Test
	void thePastIsKeptByOurOwnLevelAndNotForEver() {
		assertThat(this.engine.getHistoryLevel()).isInstanceOf(TierlineHistory.class);
		assertThat(this.engine.isEnforceHistoryTimeToLive()).isTrue();
		assertThat(this.engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
	}

	@Test
	void thereAreConnectionsForJobsAndCallersAtOnce() {
		assertThat(this.pool.getMaximumPoolSize()).isGreaterThanOrEqualTo(8 + 32);
	}

}
