package org.tierline.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormFileTests {

	static List<Path> shipped() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("forms"))) {
			return files.sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void aShippedFormHasTheNameOfItsFileAndSuitsTasklist(Path file) throws IOException {
		JsonNode form = new ObjectMapper().readTree(Files.readAllBytes(file));
		assertThat(form.path("id").asText() + ".form").isEqualTo(file.getFileName().toString());
		assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
		assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
	}

	// Tasklist submits every keyed field: a fact in one would come back as an answer.
	@ParameterizedTest
	@MethodSource("shipped")
	void aShippedFormShowsFactsInTextOnly(Path file) throws IOException {
		String text = Files.readString(file);
		assertThat(FormFile.read(file.toString(), Files.readAllBytes(file)).fields()).isNotEmpty()
			.noneMatch((field) -> text.contains("{{" + field.key() + "}}") && !file.endsWith("open-case.form"));
		assertThat(text).doesNotContain("\"readonly\"", "\"disabled\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "checklist", "taglist", "dynamiclist", "expression", "filepicker", "" })
	void aFieldThatWeCannotCheckIsRefusedWithItsForm(String type) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> form("{'type':'%s','key':'a','values':[{'value':'x'}]}".formatted(type)))
			.withMessageContaining("cannot be checked");
	}

	@Test
	void whatIsNoJsonIsNoForm() {
		assertThatIllegalArgumentException().isThrownBy(() -> FormFile.read("x", "<html>".getBytes()))
			.withMessageContaining("is not JSON");
	}

	@Test
	void aHiddenGroupHidesItsFields() {
		TaskForm form = form("""
				{'type':'checkbox','key':'more'},
				{'type':'group','conditional':{'hide':'=more != true'},'components':[
				  {'type':'number','key':'count','validate':{'required':true,'min':1,'max':3}}]}""");
		assertThat(check(form, Map.of("more", true, "count", 3))).containsEntry("count", 3);
		assertThat(check(form, Map.of("more", false))).containsOnlyKeys("more");
		assertThatThrownBy(() -> check(form, Map.of("more", true))).hasMessage("count is missing");
		assertThatThrownBy(() -> check(form, Map.of("more", true, "count", 4))).hasMessageContaining("at most 3");
		assertThatThrownBy(() -> check(form, Map.of("more", "true")))
			.hasMessageContaining("more must be true or false");
		assertThatThrownBy(() -> check(form, Map.of("count", 2))).hasMessageContaining("count is not used");
	}

	@Test
	void aFieldThatTheFormDisablesIsNoneOfItsFields() {
		TaskForm form = form("{'type':'textfield','key':'a','disabled':true}");
		assertThatThrownBy(() -> check(form, Map.of("a", "x"))).hasMessage("a is not a field of this form");
	}

	@Test
	void aConditionThatCannotBeEvaluatedHidesNothing() {
		TaskForm form = form("{'type':'textfield','key':'a','conditional':{'hide':'=1 +'}}");
		assertThat(check(form, Map.of("a", "x"))).containsEntry("a", "x");
	}

	private static Map<String, Object> check(TaskForm form, Map<String, Object> submitted) {
		return new FormCheck(form, submitted, Instant.EPOCH, Map::of).answers();
	}

	private static TaskForm form(String components) {
		String json = "{\"id\":\"test\",\"components\":[" + components.replace('\'', '"') + "]}";
		return FormFile.read("test.form", json.getBytes(StandardCharsets.UTF_8));
	}

}
