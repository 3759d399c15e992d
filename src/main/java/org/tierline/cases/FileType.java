package org.tierline.cases;

import java.io.BufferedInputStream;
import java.io.IOException;

import org.apache.tika.Tika;

/** The type of a file by its content: what the sender says of it counts for nothing. */
final class FileType {

	private static final Tika TIKA = new Tika();

	private FileType() {
	}

	/** The stream stands where it stood. */
	static String of(BufferedInputStream content, String name) throws IOException {
		return TIKA.detect(content, name);
	}

}
