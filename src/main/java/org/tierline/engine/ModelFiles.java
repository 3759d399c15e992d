package org.tierline.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models and forms that belong together, by file name: shipped in the jar, or in a
 * folder that holds {@code processes} and {@code forms}.
 */
record ModelFiles(Map<String, byte[]> byName) {

	private static final List<String> KINDS = List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form");

	static ModelFiles shipped() {
		return read("classpath:");
	}

	static ModelFiles in(String folder) {
		return read("file:" + (folder.endsWith("/") ? folder : folder + "/"));
	}

	/** The ids of the processes, decisions and forms that are in the files. */
	Stream<String> ids() {
		return this.byName.entrySet()
			.stream()
			.flatMap((file) -> file.getKey().endsWith(".form") ? Stream.of(FormFile.id(file.getKey(), file.getValue()))
					: ModelXml.read(file.getKey(), file.getValue()).idsOf("process", "decision"));
	}

	private static ModelFiles read(String place) {
		Map<String, byte[]> files = new TreeMap<>();
		for (String kind : KINDS) {
			for (Resource file : find(place + kind)) {
				if (files.put(file.getFilename(), content(file)) != null) {
					throw new IllegalStateException("The models have two files named " + file.getFilename());
				}
			}
		}
		if (files.isEmpty()) {
			throw new IllegalStateException(
					"There are no models to deploy: no " + String.join(", no ", KINDS) + " in " + place);
		}
		return new ModelFiles(files);
	}

	private static Resource[] find(String pattern) {
		try {
			return new PathMatchingResourcePatternResolver().getResources(pattern);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] content(Resource file) {
		try (InputStream content = file.getInputStream()) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
