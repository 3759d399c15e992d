package org.tierline.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A model of the folder {@code processes} and the class of the words it shares. */
record ShippedModel(String key, Class<?> words) {

	private static final Path FOLDER = Path.of("processes");

	/** Every process with its words. */
	static Stream<ShippedModel> processes() {
		return Stream.of(new ShippedModel(SupportCaseModel.KEY, SupportCaseModel.class),
				new ShippedModel(PatchPipelineModel.KEY, PatchPipelineModel.class),
				new ShippedModel(ReleaseModel.KEY, ReleaseModel.class));
	}

	/** Every file of the folder, decisions too. */
	static List<Path> files() {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path file() {
		return FOLDER.resolve(this.key + ".bpmn");
	}

	/** The parsed model; reading checks it against the BPMN schema. */
	BpmnModelInstance read() {
		return Bpmn.readModelFromFile(file().toFile());
	}

	<T extends ModelElementInstance> Collection<T> all(Class<T> type) {
		return read().getModelElementsByType(type);
	}

	String text() {
		try {
			return Files.readString(file());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<MatchResult> matches(String pattern) {
		return Pattern.compile(pattern).matcher(text()).results().toList();
	}

	/** The shared words by the names of their constants. */
	Map<String, String> constants() {
		return Arrays.stream(this.words.getDeclaredFields())
			.filter((field) -> field.getType() == String.class)
			.collect(Collectors.toMap((field) -> field.getName(), (field) -> {
				try {
					return (String) field.get(null);
				}
				catch (IllegalAccessException ex) {
					throw new IllegalStateException(ex);
				}
			}));
	}

	@Override
	public String toString() {
		return this.key;
	}

}
