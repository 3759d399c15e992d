package org.tierline.lifecycle;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.Tier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two people at one case: one after the other, and neither is thrown out. */
@ProcessStory
class CaseConcurrencyTests {

	@Autowired
	Story story;

	@Autowired
	Casework casework;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	private final ExecutorService other = Executors.newSingleThreadExecutor();

	/** A claim takes the case and then its technician; so does a completion. */
	@Test
	void aClaimWaitsForACompletion() throws Exception {
		CaseNumber number = this.story.openedHighPremium();
		Future<?> claim = this.transaction.execute((completion) -> {
			this.casework.workedOn(number, Tier.ONE, "tier1");
			Future<?> waiting = this.other.submit(() -> claim(number));
			await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
			this.story.cases.lock(number);
			return waiting;
		});
		claim.get(30, TimeUnit.SECONDS);
		assertThat(this.story.cases.get(number).assignee()).isEqualTo("kim");
		this.other.shutdown();
	}

	private void claim(CaseNumber number) {
		this.transaction.executeWithoutResult((claim) -> {
			this.casework.assign(number, "kim");
			this.casework.workedOn(number, Tier.ONE, "kim");
		});
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0;
	}

}
