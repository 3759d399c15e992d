package org.tierline.access;

import java.time.Duration;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords: by login and address, so that nobody can shut out
 * a colleague from elsewhere, and by address alone against one password tried on many
 * logins.
 */
@Component
class FailedLogins {

	private final Allowance byLogin = new Allowance(() -> bucket(10));

	private final Allowance byAddress = new Allowance(() -> bucket(100));

	/** Refuses an attempt that comes too soon. */
	void check(String login, String address) {
		this.byLogin.check(login + '\0' + address);
		this.byAddress.check(address);
	}

	void failed(String login, String address) {
		this.byLogin.use(login + '\0' + address);
		this.byAddress.use(address);
	}

	void succeeded(String login, String address) {
		this.byLogin.reset(login + '\0' + address);
	}

	/** That many at once, and as many again spread over a minute. */
	private static Bucket bucket(int perMinute) {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
			.build();
	}

	private static final class Allowance {

		private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
			.maximumSize(100_000)
			.expireAfterAccess(Duration.ofMinutes(5))
			.build();

		private final Supplier<Bucket> full;

		Allowance(Supplier<Bucket> full) {
			this.full = full;
		}

		void check(String key) {
			Bucket bucket = this.buckets.getIfPresent(key);
			if (bucket == null) {
				return;
			}
			var estimate = bucket.estimateAbilityToConsume(1);
			if (!estimate.canBeConsumed()) {
				throw new TooManyAttempts(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
			}
		}

		void use(String key) {
			this.buckets.get(key, (absent) -> this.full.get()).tryConsume(1);
		}

		void reset(String key) {
			this.buckets.invalidate(key);
		}

	}

}
