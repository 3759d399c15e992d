package org.tierline.access;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses the password of a login: ten wrong ones at once and ten more
 * in a minute. It counts by login and address, so that nobody can shut out a colleague
 * from elsewhere.
 */
@Component
class FailedLogins {

	private static final int PER_MINUTE = 10;

	private final Cache<String, Bucket> left = Caffeine.newBuilder()
		.maximumSize(100_000)
		.expireAfterAccess(Duration.ofMinutes(5))
		.build();

	private final TokenTime time;

	FailedLogins(Clock clock) {
		this.time = new TokenTime(clock);
	}

	/** Refuses an attempt that comes too soon. */
	void check(String login, String address) {
		Bucket bucket = this.left.getIfPresent(key(login, address));
		if (bucket == null) {
			return;
		}
		var estimate = bucket.estimateAbilityToConsume(1);
		if (!estimate.canBeConsumed()) {
			throw new TooManyAttempts(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
		}
	}

	void failed(String login, String address) {
		this.left.get(key(login, address), (absent) -> full()).tryConsume(1);
	}

	void succeeded(String login, String address) {
		this.left.invalidate(key(login, address));
	}

	private static String key(String login, String address) {
		return login + '\0' + address;
	}

	private Bucket full() {
		return Bucket.builder()
			.withCustomTimePrecision(this.time)
			.addLimit((limit) -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
			.build();
	}

}
