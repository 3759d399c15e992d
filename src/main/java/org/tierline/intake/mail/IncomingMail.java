package org.tierline.intake.mail;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail as it was written, taken apart.
 *
 * @param from who wrote it
 * @param recipients to whom, in copy too
 * @param references the mails it answers, the nearest first
 * @param contents its text and files
 */
record IncomingMail(InternetHeaders headers, InternetAddress from, List<InternetAddress> recipients, String subject,
		String inReplyTo, List<String> references, Contents contents) {

	private static final Session SESSION = Session.getInstance(properties());

	/** Empty if it says no sender that could be answered. */
	static Optional<IncomingMail> read(byte[] raw) {
		try {
			InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(raw), false);
			return Headers.addresses(headers, "From").stream().findFirst().map((from) -> read(headers, from, raw));
		}
		catch (MessagingException ex) {
			return Optional.empty();
		}
	}

	private static IncomingMail read(InternetHeaders headers, InternetAddress from, byte[] raw) {
		Contents contents = contents(raw);
		List<InternetAddress> recipients = Stream.of("To", "Cc")
			.flatMap((name) -> Headers.addresses(headers, name).stream())
			.toList();
		String inReplyTo = Headers.ids(headers, "In-Reply-To").stream().findFirst().orElse(null);
		return new IncomingMail(headers, from, recipients, Headers.subject(headers), inReplyTo,
				references(headers, inReplyTo, contents), contents);
	}

	private static List<String> references(InternetHeaders headers, String inReplyTo, Contents contents) {
		List<String> all = new ArrayList<>();
		if (inReplyTo != null) {
			all.add(inReplyTo);
		}
		List<String> references = Headers.ids(headers, "References");
		for (int i = references.size() - 1; i >= 0; i--) {
			all.add(references.get(i));
		}
		// Forwarded as an attachment: about the mail inside.
		all.addAll(contents.forwarded());
		return all;
	}

	/** What cannot be taken apart is kept whole, as a file. */
	private static Contents contents(byte[] raw) {
		try {
			return Parts.of(new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
		}
		catch (MessagingException | RuntimeException | StackOverflowError ex) {
			return Contents.whole(raw, ex.getMessage());
		}
	}

	String address() {
		return this.from.getAddress();
	}

	/** The sender's name; of whom says none, what stands before the @. */
	String name() {
		String name = Headers.name(this.from);
		return (name != null) ? name : address().substring(0, address().indexOf('@'));
	}

	String header(String name) {
		return Headers.line(Headers.all(this.headers, name));
	}

	/**
	 * Why somebody else may have written it.
	 * @param server of ours that checks senders, or blank
	 */
	Optional<String> doubt(String server) {
		return SenderCheck.of(this.headers, server).doubt(address());
	}

	/** Where our server delivered it: the reply address may stand there alone. */
	List<String> deliveredTo() {
		return Stream
			.concat(this.recipients.stream(),
					Stream.of("Delivered-To", "X-Original-To", "Envelope-To")
						.flatMap((name) -> Headers.addresses(this.headers, name).stream()))
			.map(InternetAddress::getAddress)
			.toList();
	}

	private static Properties properties() {
		Properties lenient = new Properties();
		lenient.put("mail.mime.address.strict", "false");
		return lenient;
	}

}
