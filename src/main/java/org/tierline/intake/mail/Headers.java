package org.tierline.intake.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;

import org.tierline.customers.EmailAddress;

/**
 * Reads headers that anybody may have written: nothing in them is believed to be well.
 */
final class Headers {

	static final int SUBJECT_LIMIT = 200;

	private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,900}>");

	private Headers() {
	}

	/** All values of that name in a line, or an empty text. */
	static String all(InternetHeaders headers, String name) {
		String bytes = bytes(headers, name);
		return bytes.chars().allMatch((c) -> c < 128) ? bytes
				: Decoded.guessed(bytes.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** The same as it came: a character for each byte. */
	static String bytes(InternetHeaders headers, String name) {
		String all = headers.getHeader(name, ", ");
		return (all != null) ? all : "";
	}

	/** The Message-IDs that the header names. */
	static List<String> ids(InternetHeaders headers, String name) {
		List<String> ids = new ArrayList<>();
		Matcher id = ID.matcher(all(headers, name));
		while (id.find() && ids.size() < 100) {
			ids.add(clean(id.group()));
		}
		return ids;
	}

	/** The subject in one line; a line end in it begins no header anywhere. */
	static String subject(InternetHeaders headers) {
		String subject = line(decoded(all(headers, "Subject")));
		return subject.isEmpty() ? "(no subject)" : cut(subject, SUBJECT_LIMIT);
	}

	/** The sender's address, or null if there is none that could be answered. */
	static String sender(InternetHeaders headers) {
		return addresses(headers, "From").stream().findFirst().map(InternetAddress::getAddress).orElse(null);
	}

	/** When it says that it was written. */
	static Optional<Instant> date(InternetHeaders headers) {
		Date date = new MailDateFormat().parse(all(headers, "Date"), new ParsePosition(0));
		return Optional.ofNullable(date).map(Date::toInstant);
	}

	/** Those addresses that could be written to. */
	static List<InternetAddress> addresses(InternetHeaders headers, String name) {
		try {
			return Arrays.stream(InternetAddress.parseHeader(all(headers, name), false))
				.map(Headers::ascii)
				.filter(Headers::canBeAnswered)
				.toList();
		}
		catch (AddressException ex) {
			return bare(all(headers, name));
		}
	}

	/** Of a header that breaks the rules: what looks like an address all the same. */
	private static List<InternetAddress> bare(String header) {
		List<InternetAddress> found = new ArrayList<>();
		Matcher address = Pattern.compile("[\\w.+-]{1,64}@[\\w.-]{1,180}").matcher(header);
		while (address.find() && found.size() < 100) {
			address(address.group()).ifPresent(found::add);
		}
		return found;
	}

	private static Optional<InternetAddress> address(String text) {
		InternetAddress address = new InternetAddress();
		address.setAddress(text);
		return Optional.of(address).filter(Headers::canBeAnswered);
	}

	private static InternetAddress ascii(InternetAddress address) {
		address.setAddress(EmailAddress.ascii(address.getAddress()));
		return address;
	}

	private static boolean canBeAnswered(InternetAddress address) {
		String text = address.getAddress();
		try {
			new InternetAddress(text, true).validate();
			return text.length() <= 254 && text.matches("[^@\\s<>\",;:\\\\]{1,64}@[^@\\s<>\",;:\\\\]+");
		}
		catch (AddressException | RuntimeException ex) {
			return false;
		}
	}

	/** The name that stands with an address, or null. */
	static String name(InternetAddress address) {
		String name = line(address.getPersonal());
		return name.isEmpty() ? null : cut(name, 200);
	}

	static String decoded(String text) {
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(text));
		}
		catch (UnsupportedEncodingException | RuntimeException ex) {
			return text;
		}
	}

	static String line(String text) {
		return (text != null) ? clean(text).replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip() : "";
	}

	/** What the database cannot keep is left out: NUL and halves of characters. */
	static String clean(String text) {
		return text.replaceAll("[\\x00\\p{Cs}]", "");
	}

	static String cut(String text, int limit) {
		return (text.length() <= limit) ? text : clean(text.substring(0, limit - 1)) + "…";
	}

}
