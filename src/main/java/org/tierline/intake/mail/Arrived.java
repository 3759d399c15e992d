package org.tierline.intake.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;

/**
 * A mail as it came, with what must be known to store it.
 *
 * @param messageId as it says, or its fingerprint if it says none that can be used
 * @param content its fingerprint: the same on every way that the mail takes
 * @param writtenAt as it says, or null
 * @param raw all of it, or only its headers
 * @param trouble why a person must look at it, or null
 */
record Arrived(String messageId, String content, String from, Instant writtenAt, String subject, long size, byte[] raw,
		String trouble) {

	private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,900}>");

	/** What stays the same on every way that a mail takes. */
	private static final List<String> FINGERPRINT = List.of("From", "Date", "Subject", "To");

	static Arrived of(byte[] raw, long size, String trouble) {
		InternetHeaders headers = headers(raw);
		String content = fingerprint(headers, raw);
		return new Arrived(messageId(headers).orElse(content), content, Headers.sender(headers),
				Headers.date(headers).orElse(null), Headers.subject(headers), size, raw, trouble);
	}

	/** The same mail, known by its content: another one has the Message-ID it says. */
	Arrived byContent(String trouble) {
		return new Arrived(this.content, this.content, this.from, this.writtenAt, this.subject, this.size, this.raw,
				trouble);
	}

	/** Whether the mail says a Message-ID itself. */
	static boolean isMessageId(String messageId) {
		return messageId.startsWith("<");
	}

	private static InternetHeaders headers(byte[] raw) {
		try {
			return new InternetHeaders(new ByteArrayInputStream(raw), false);
		}
		catch (MessagingException ex) {
			return new InternetHeaders();
		}
	}

	private static Optional<String> messageId(InternetHeaders headers) {
		Matcher said = MESSAGE_ID.matcher(Headers.all(headers, "Message-ID"));
		return said.find() ? Optional.of(Headers.clean(said.group())) : Optional.empty();
	}

	private static String fingerprint(InternetHeaders headers, byte[] raw) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			FINGERPRINT.forEach(
					(name) -> digest.update((Headers.bytes(headers, name) + "\n").getBytes(StandardCharsets.UTF_8)));
			int body = endOfHeaders(raw);
			digest.update(raw, body, raw.length - body);
			return "sha256:" + HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int endOfHeaders(byte[] raw) {
		for (int i = 1; i < raw.length; i++) {
			boolean empty = raw[i] == '\n' && (raw[i - 1] == '\n' || i > 2 && raw[i - 1] == '\r' && raw[i - 2] == '\n');
			if (empty) {
				return i + 1;
			}
		}
		return raw.length;
	}

}
