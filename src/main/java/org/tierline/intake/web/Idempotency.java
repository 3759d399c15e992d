package org.tierline.intake.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.StateForbids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Keys of openings, per login, for 24 hours: what is sent twice answers the first case.
 * Who sends the same key meanwhile waits in the database until the first is through.
 */
@Repository
class Idempotency {

	private static final Duration KEPT = Duration.ofHours(24);

	private final JdbcClient jdbc;

	private final Clock clock;

	Idempotency(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Claims the key for this transaction.
	 * @return empty if it is ours now, or the case that the key has opened
	 * @throws StateForbids if the key was used with another body
	 */
	Optional<CaseNumber> claim(String login, String key, byte[] bodyHash) {
		Instant now = this.clock.instant();
		boolean ours = this.jdbc.sql("""
				insert into idempotency_key as known (login, key, body_hash, created_at) values (?, ?, ?, ?)
				on conflict (login, key) do update set body_hash = excluded.body_hash,
				created_at = excluded.created_at, case_id = null where known.created_at < ? returning 1""")
			.params(login, key, bodyHash, at(now), at(now.minus(KEPT)))
			.query(Integer.class)
			.optional()
			.isPresent();
		return ours ? Optional.empty() : Optional.of(earlier(login, key, bodyHash));
	}

	/** The key has opened that case. */
	void keep(String login, String key, CaseNumber number) {
		this.jdbc.sql("update idempotency_key set case_id = ? where login = ? and key = ?")
			.params(number.id(), login, key)
			.update();
	}

	@Scheduled(fixedDelayString = "PT1H")
	void forget() {
		this.jdbc.sql("delete from idempotency_key where created_at < ?")
			.param(at(this.clock.instant().minus(KEPT)))
			.update();
	}

	private CaseNumber earlier(String login, String key, byte[] bodyHash) {
		return this.jdbc.sql("select body_hash, case_id from idempotency_key where login = ? and key = ?")
			.params(login, key)
			.query((row, index) -> {
				if (!Arrays.equals(row.getBytes("body_hash"), bodyHash)) {
					throw new StateForbids("The Idempotency-Key was used with another body");
				}
				return CaseNumber.of(row.getLong("case_id"));
			})
			.single();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
