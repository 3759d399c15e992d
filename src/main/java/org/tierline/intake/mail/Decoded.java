package org.tierline.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;

/** What the bytes of a part say, whatever they claim to be. */
final class Decoded {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private Decoded() {
	}

	/** Without its transfer encoding. */
	static byte[] bytes(Part part) throws MessagingException, IOException {
		try (InputStream content = part.getInputStream()) {
			return content.readAllBytes();
		}
	}

	/** By the charset that it names; if there is none of that name, by what fits. */
	static String text(Part part, byte[] bytes) {
		Charset named = charset(part);
		if (named != null) {
			return new String(bytes, named).replace("\r\n", "\n");
		}
		return guessed(bytes).replace("\r\n", "\n");
	}

	/** UTF-8 if they can be, as newer programs send it undeclared. */
	static String guessed(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(bytes, WINDOWS);
		}
	}

	/** ASCII is guessed too: many who name it send more. */
	private static Charset charset(Part part) {
		try {
			String name = new ContentType(part.getContentType()).getParameter("charset");
			Charset charset = (name != null) ? Charset.forName(MimeUtility.javaCharset(name.strip())) : null;
			return StandardCharsets.US_ASCII.equals(charset) ? null : charset;
		}
		catch (MessagingException | IllegalArgumentException ex) {
			return null;
		}
	}

	/** The name of the file, or null. */
	static String name(Part part) {
		try {
			String name = part.getFileName();
			return (name != null) ? Headers.line(Headers.decoded(name)) : null;
		}
		catch (MessagingException | RuntimeException ex) {
			return null;
		}
	}

}
