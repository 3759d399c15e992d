package org.tierline.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Makes HTTP Basic on every request cheap although passwords are hashed slowly: a
 * password that was right once is remembered under a keyed hash, together with the stamp
 * of the stored password, so that a changed password is never taken from here.
 */
@Component
class LoginCache {

	/** How long a login changed on another node may be known as it was. */
	static final Duration STALE = Duration.ofSeconds(30);

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key = new SecretKeySpec(random(), ALGORITHM);

	private final Cache<String, Optional<EngineLogin>> known = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(STALE)
		.build();

	private final Cache<String, Boolean> verified = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofMinutes(10))
		.build();

	Optional<EngineLogin> known(String login, Function<String, Optional<EngineLogin>> reader) {
		return this.known.get(login, reader);
	}

	/** Whether the password was right before, or is so by the slow check now. */
	boolean verified(EngineLogin login, String password, BooleanSupplier slowCheck) {
		return this.verified.get(seal(login, password), (key) -> slowCheck.getAsBoolean() ? true : null) != null;
	}

	void forget(String login) {
		this.known.invalidate(login);
	}

	void forgetAll() {
		this.known.invalidateAll();
	}

	private static byte[] random() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return bytes;
	}

	private String seal(EngineLogin login, String password) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			String sealed = String.join("\0", login.login(), login.stamp(), password);
			return Base64.getEncoder().encodeToString(mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
