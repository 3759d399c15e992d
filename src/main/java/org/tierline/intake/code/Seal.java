package org.tierline.intake.code;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How calls of code hosts are sealed. GitHub: {@code X-Hub-Signature-256}. GitLab: a
 * signature by the Standard Webhooks specification where a signing token is set, else the
 * secret itself as {@code X-Gitlab-Token}. Compared in constant time.
 */
final class Seal {

	private static final String ALGORITHM = "HmacSHA256";

	/** How far the clocks of both sides may be apart (Standard Webhooks). */
	private static final Duration TOLERANCE = Duration.ofMinutes(5);

	/** By this a signing token is known, whose rest is the key in Base64. */
	private static final String ENCODED = "whsec_";

	private Seal() {
	}

	static boolean isGitHubs(HookCall call, String secret) {
		String expected = "sha256=" + HexFormat.of().formatHex(hmac(bytes(secret), call.body()));
		return same(expected, call.header("X-Hub-Signature-256"));
	}

	static boolean isGitLabs(HookCall call, String secret, Instant now) {
		return call.header("webhook-signature").isEmpty() ? same(secret, call.header("X-Gitlab-Token"))
				: isStandard(call, secret, now);
	}

	private static boolean isStandard(HookCall call, String secret, Instant now) {
		String at = call.header("webhook-timestamp");
		byte[] signed = join(bytes(call.header("webhook-id") + "." + at + "."), call.body());
		String expected = "v1," + Base64.getEncoder().encodeToString(hmac(key(secret), signed));
		boolean genuine = Stream.of(call.header("webhook-signature").split(" "))
			.anyMatch((signature) -> same(expected, signature));
		return genuine && isFresh(at, now);
	}

	private static boolean isFresh(String at, Instant now) {
		return at.matches("\\d{1,12}")
				&& Duration.between(Instant.ofEpochSecond(Long.parseLong(at)), now).abs().compareTo(TOLERANCE) <= 0;
	}

	private static byte[] key(String secret) {
		try {
			return secret.startsWith(ENCODED) ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
					: bytes(secret);
		}
		catch (IllegalArgumentException ex) {
			return bytes(secret);
		}
	}

	private static byte[] hmac(byte[] key, byte[] content) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return mac.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean same(String expected, String given) {
		return MessageDigest.isEqual(bytes(expected), bytes(given));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] join(byte[] one, byte[] other) {
		ByteArrayOutputStream all = new ByteArrayOutputStream(one.length + other.length);
		all.writeBytes(one);
		all.writeBytes(other);
		return all.toByteArray();
	}

}
