package org.tierline.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;

/**
 * Takes a mail apart, part by part: what each of them is to its readers. What is broken
 * is taken as it stands; what is nested too deep or too often is left out.
 */
final class Parts {

	private static final int DEEPEST = 12;

	private static final int MOST = 200;

	private final Contents contents = new Contents();

	private int parts;

	private Parts() {
	}

	static Contents of(Part mail) {
		Parts parts = new Parts();
		parts.add(mail, 0);
		return parts.contents;
	}

	private void add(Part part, int depth) {
		if (depth > DEEPEST || this.parts++ > MOST) {
			this.contents.leaveOut("parts that are nested too deep or too many");
			return;
		}
		try {
			if (part.isMimeType("multipart/*")) {
				addAll(part, depth);
			}
			else {
				addLeaf(part);
			}
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			addBroken(part);
		}
	}

	private void addAll(Part part, int depth) throws MessagingException, IOException {
		if (!(part.getContent() instanceof Multipart all)) {
			addBroken(part);
			return;
		}
		for (int i = 0; i < all.getCount(); i++) {
			add(all.getBodyPart(i), depth + 1);
		}
	}

	private void addLeaf(Part part) throws MessagingException, IOException {
		byte[] bytes = Decoded.bytes(part);
		boolean file = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
		if (part.isMimeType("message/delivery-status")) {
			this.contents.addReport(Decoded.text(part, bytes));
		}
		else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
			addForwarded(part, bytes);
		}
		else if (!file && part.isMimeType("text/html")) {
			this.contents.addHtml(Decoded.text(part, bytes));
		}
		else if (!file && part.isMimeType("text/*")) {
			this.contents.addPlain(Decoded.text(part, bytes));
		}
		else {
			this.contents.keep(Decoded.name(part), bytes);
		}
	}

	private void addForwarded(Part part, byte[] bytes) throws MessagingException {
		InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(bytes), false);
		this.contents.addForwarded(Headers.ids(headers, "Message-ID"));
		String name = Decoded.name(part);
		this.contents.keep((name != null) ? name : Headers.cut(Headers.subject(headers), 80) + ".eml", bytes);
	}

	/** Its bytes as they stand, undecoded. */
	private void addBroken(Part part) {
		try {
			byte[] bytes = undecoded(part).readAllBytes();
			if (this.contents.isEmpty() && bytes.length < 1_000_000) {
				this.contents.addPlain(Decoded.text(part, bytes));
			}
			else {
				this.contents.keep("part-" + this.parts, bytes);
			}
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			this.contents.leaveOut("a part that cannot be read: " + ex.getMessage());
		}
	}

	private static InputStream undecoded(Part part) throws MessagingException {
		return (part instanceof MimeBodyPart body) ? body.getRawInputStream()
				: ((MimeMessage) part).getRawInputStream();
	}

}
