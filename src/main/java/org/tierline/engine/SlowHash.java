package org.tierline.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Stored passwords are hashed slowly and each with its own salt; the engine's own hash is
 * a single SHA-512.
 */
@Component
class SlowHash implements PasswordEncryptor {

	private final PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();

	private final String nobodys = this.encoder.encode("nobody");

	@Override
	public String encrypt(String password) {
		return this.encoder.encode(password);
	}

	@Override
	public boolean check(String password, String encrypted) {
		return this.encoder.matches(password, encrypted);
	}

	@Override
	public String hashAlgorithmName() {
		return "PBKDF2";
	}

	/** Takes the time of a check, so that an unknown login answers no sooner. */
	void checkNothing(String password) {
		this.encoder.matches(String.valueOf(password), this.nobodys);
	}

}
