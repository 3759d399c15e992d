package org.tierline.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The files that word the letters: the shipped ones, each of which a file of the same
 * name in the folder {@code tierline.templates} replaces. An edited file counts from the
 * next letter on; a broken one is said in the log, and the shipped one goes on.
 */
@Component
class Templates {

	private static final Log logger = LogFactory.getLog(Templates.class);

	private final Path folder;

	private final Map<String, Object> shipped = new ConcurrentHashMap<>();

	private final Map<String, Edited> edited = new ConcurrentHashMap<>();

	Templates(@Value("${tierline.templates:}") String folder) {
		this.folder = folder.isBlank() ? null : Path.of(folder);
		if (this.folder != null && !Files.isDirectory(this.folder)) {
			logger.warn("tierline.templates is no folder: " + this.folder + ". The shipped texts are used.");
		}
	}

	/**
	 * Words something with the file of that name.
	 * @param reading makes a template of the file's text
	 * @param wording what the template is used for; if the edited one fails in it, the
	 * shipped one is used
	 */
	<T> String word(String name, Function<String, T> reading, Function<T, String> wording) {
		Edited file = edited(name);
		if (file != null && !file.broken()) {
			try {
				return wording.apply(file.read(reading));
			}
			catch (RuntimeException ex) {
				logger.warn("The template " + this.folder.resolve(name) + " is broken, the shipped one is used: "
						+ ex.getMessage());
				this.edited.put(name, file.asBroken());
			}
		}
		return wording.apply(shipped(name, reading));
	}

	/** The edited file as it is now; one that has not changed since is not read again. */
	private Edited edited(String name) {
		Path file = (this.folder != null) ? this.folder.resolve(name) : null;
		if (file == null || !Files.isRegularFile(file)) {
			return null;
		}
		try {
			FileTime changed = Files.getLastModifiedTime(file);
			return this.edited.compute(name, (key, known) -> (known != null && known.changed().equals(changed)) ? known
					: new Edited(file, changed, false, new Object[1]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	private <T> T shipped(String name, Function<String, T> reading) {
		return (T) this.shipped.computeIfAbsent(name, (key) -> {
			try {
				return reading.apply(
						new ClassPathResource("templates/letters/" + key).getContentAsString(StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/** A file of the folder, read when it is needed first. */
	private record Edited(Path file, FileTime changed, boolean broken, Object[] template) {

		@SuppressWarnings("unchecked")
		<T> T read(Function<String, T> reading) {
			try {
				if (this.template[0] == null) {
					this.template[0] = reading.apply(Files.readString(this.file));
				}
				return (T) this.template[0];
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		Edited asBroken() {
			return new Edited(this.file, this.changed, true, this.template);
		}

	}

}
