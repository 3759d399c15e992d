package org.tierline.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;

import org.tierline.cases.Attachments;

/**
 * Text and files of a mail, within limits: what is too deep, too many or too large is
 * named instead.
 */
final class Contents {

	private static final int DEEPEST = 12;

	private static final int MOST_PARTS = 200;

	private static final int MOST_FILES = 100;

	private final StringBuilder plain = new StringBuilder();

	private final StringBuilder html = new StringBuilder();

	private final List<File> files = new ArrayList<>();

	private final List<String> forwarded = new ArrayList<>();

	private final List<String> leftOut = new ArrayList<>();

	private String report;

	private long size;

	private int parts;

	private Contents() {
	}

	static Contents of(Part mail) {
		Contents contents = new Contents();
		contents.add(mail, 0);
		return contents;
	}

	static Contents whole(byte[] raw, String why) {
		Contents contents = new Contents();
		contents.plain.append("(This mail could not be read; it is attached as it came.)");
		contents.keep("mail.eml", raw);
		contents.leftOut.add("what cannot be read: " + why);
		return contents;
	}

	/** A file of the mail. */
	record File(String name, byte[] bytes) {

		InputStream open() {
			return new ByteArrayInputStream(this.bytes);
		}

	}

	/** The text, up to that length; a longer one is a file as a whole, too. */
	String text(int longest) {
		String text = Headers.clean(this.plain.toString()).strip();
		if (text.isEmpty()) {
			text = HtmlText.of(Headers.clean(this.html.toString()));
		}
		if (text.length() > longest) {
			keep("whole text.txt", text.getBytes(StandardCharsets.UTF_8));
		}
		return text.isEmpty() ? "(no text)" : Headers.cut(text, longest);
	}

	/** As it came, or null; whoever shows it makes it harmless first. */
	String html() {
		return this.html.isEmpty() ? null : Headers.clean(this.html.toString());
	}

	List<File> files() {
		return this.files;
	}

	/** What could not be taken, in words. */
	List<String> leftOut() {
		return this.leftOut;
	}

	/** The Message-IDs of mails inside. */
	List<String> forwarded() {
		return this.forwarded;
	}

	/** The part that says what was not delivered, or null. */
	String report() {
		return this.report;
	}

	private void add(Part part, int depth) {
		if (depth > DEEPEST || this.parts++ > MOST_PARTS) {
			leaveOut("parts that are nested too deep or too many");
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
			this.report = Decoded.text(part, bytes);
		}
		else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
			addForwarded(part, bytes);
		}
		else if (!file && part.isMimeType("text/html")) {
			this.html.append(Decoded.text(part, bytes));
		}
		else if (!file && part.isMimeType("text/*")) {
			this.plain.append(this.plain.isEmpty() ? "" : "\n\n").append(Decoded.text(part, bytes));
		}
		else {
			keep(Decoded.name(part), bytes);
		}
	}

	private void addForwarded(Part part, byte[] bytes) throws MessagingException {
		InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(bytes), false);
		this.forwarded.addAll(Headers.ids(headers, "Message-ID"));
		String name = Decoded.name(part);
		keep((name != null) ? name : Headers.cut(Headers.subject(headers), 80) + ".eml", bytes);
	}

	/** Its bytes as they stand, undecoded. */
	private void addBroken(Part part) {
		try {
			byte[] bytes = undecoded(part).readAllBytes();
			if (this.plain.isEmpty() && this.files.isEmpty() && bytes.length < 1_000_000) {
				this.plain.append(Decoded.text(part, bytes));
			}
			else {
				keep("part-" + this.parts, bytes);
			}
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			leaveOut("a part that cannot be read: " + ex.getMessage());
		}
	}

	private static InputStream undecoded(Part part) throws MessagingException {
		return (part instanceof MimeBodyPart body) ? body.getRawInputStream()
				: ((MimeMessage) part).getRawInputStream();
	}

	private void keep(String name, byte[] bytes) {
		String called = (name != null) ? name : "file-" + (this.files.size() + 1);
		if (bytes.length > Attachments.FILE_LIMIT || this.size + bytes.length > Attachments.MESSAGE_LIMIT
				|| this.files.size() >= MOST_FILES) {
			leaveOut("the file " + Headers.cut(Headers.line(called), 150) + " of " + bytes.length / 1024 + " KB");
			return;
		}
		this.size += bytes.length;
		this.files.add(new File(called, bytes));
	}

	private void leaveOut(String what) {
		if (this.leftOut.size() < 20 && !this.leftOut.contains(what)) {
			this.leftOut.add(what);
		}
	}

}
