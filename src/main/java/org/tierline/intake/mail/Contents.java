package org.tierline.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.tierline.cases.Attachments;

/**
 * Text and files of a mail, within limits: what is too many or too large is named
 * instead.
 */
final class Contents {

	private static final int MOST_FILES = 100;

	private final StringBuilder plain = new StringBuilder();

	private final StringBuilder html = new StringBuilder();

	private final List<File> files = new ArrayList<>();

	private final List<String> forwarded = new ArrayList<>();

	private final List<String> leftOut = new ArrayList<>();

	private String report;

	private long size;

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

	void addPlain(String text) {
		this.plain.append(this.plain.isEmpty() ? "" : "\n\n").append(text);
	}

	void addHtml(String text) {
		this.html.append(text);
	}

	void addReport(String text) {
		this.report = text;
	}

	/** A mail inside this one. */
	void addForwarded(List<String> messageIds) {
		this.forwarded.addAll(messageIds);
	}

	boolean isEmpty() {
		return this.plain.isEmpty() && this.files.isEmpty();
	}

	void keep(String name, byte[] bytes) {
		String called = (name != null) ? name : "file-" + (this.files.size() + 1);
		if (bytes.length > Attachments.FILE_LIMIT || this.size + bytes.length > Attachments.MESSAGE_LIMIT
				|| this.files.size() >= MOST_FILES) {
			leaveOut("the file " + Headers.cut(Headers.line(called), 150) + " of " + bytes.length / 1024 + " KB");
			return;
		}
		this.size += bytes.length;
		this.files.add(new File(called, bytes));
	}

	void leaveOut(String what) {
		if (this.leftOut.size() < 20 && !this.leftOut.contains(what)) {
			this.leftOut.add(what);
		}
	}

}
