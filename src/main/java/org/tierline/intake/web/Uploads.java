package org.tierline.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.tierline.cases.Attachment;
import org.tierline.cases.Attachments;
import org.tierline.cases.CaseNumber;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The files of a form, streamed to where the case keeps them. */
@Component
class Uploads {

	private static final int PIECE = 64 * 1024;

	private final Attachments attachments;

	Uploads(Attachments attachments) {
		this.attachments = attachments;
	}

	/**
	 * Keeps them, in the caller's transaction.
	 * @param message null: they came with the opening of the case
	 */
	List<Attachment> keep(CaseNumber number, Long message, List<MultipartFile> files, String who) {
		List<Attachment> added = new ArrayList<>();
		for (MultipartFile file : files) {
			try (InputStream content = file.getInputStream()) {
				added.add(this.attachments.add(number, message, file.getOriginalFilename(), content, who));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return added;
	}

	/** Adds names and contents to a fingerprint. */
	static void digest(List<MultipartFile> files, MessageDigest digest) {
		byte[] piece = new byte[PIECE];
		for (MultipartFile file : files) {
			digest
				.update((Objects.toString(file.getOriginalFilename()) + "\n" + file.getSize() + "\n").getBytes(UTF_8));
			try (InputStream content = file.getInputStream()) {
				for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
					digest.update(piece, 0, read);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
