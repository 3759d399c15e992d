package org.tierline.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;

import org.tierline.cases.Attachment;
import org.tierline.cases.Attachments;

/** A file that goes from the database into the mail without lying in memory. */
final class FileContent extends DataHandler {

	private final Attachment file;

	private final Attachments files;

	private FileContent(Attachment file, Attachments files) {
		super(new Described(file));
		this.file = file;
		this.files = files;
	}

	static MimeBodyPart part(Attachment file, Attachments files) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setDataHandler(new FileContent(file, files));
		ParameterList names = new ParameterList();
		names.set("filename", file.name(), "UTF-8");
		part.setHeader("Content-Disposition", Part.ATTACHMENT + MimeUtility.fold(21, names.toString(21)));
		part.setHeader("Content-Type", Described.type(file));
		// Said here, or the file would be read once more to find out.
		part.setHeader("Content-Transfer-Encoding", "base64");
		return part;
	}

	@Override
	public void writeTo(OutputStream target) throws IOException {
		this.files.write(this.file, target);
	}

	private record Described(Attachment file) implements DataSource {

		/** Composite types may not be base64 (RFC 2046). */
		static String type(Attachment file) {
			return file.type().matches("(message|multipart)/.*") ? "application/octet-stream" : file.type();
		}

		@Override
		public InputStream getInputStream() throws IOException {
			throw new IOException("the file is written, not read");
		}

		@Override
		public OutputStream getOutputStream() throws IOException {
			throw new IOException("the file is not changed");
		}

		@Override
		public String getContentType() {
			return type(this.file);
		}

		@Override
		public String getName() {
			return this.file.name();
		}

	}

}
