package org.tierline.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts of letters that somebody edits in a folder. */
@ExtendWith(OutputCaptureExtension.class)
class TemplatesTests {

	@TempDir
	Path folder;

	@Test
	void anEditedTextCountsFromTheNextLetterOn() throws IOException {
		Templates templates = new Templates(this.folder.toString());
		assertThat(survey(templates)).contains("How did we do?");
		write("survey.txt", "Subject: s\n\nOur case {{number}}, again.", 1);
		assertThat(survey(templates)).isEqualTo("Our case SC-100001, again.");
		write("survey.txt", "Subject: s\r\n\r\nAnd {{number}} once more.", 2);
		assertThat(survey(templates)).isEqualTo("And SC-100001 once more.");
	}

	@Test
	void aBrokenTextIsSaidAndTheShippedOneGoesOn(CapturedOutput output) throws IOException {
		Templates templates = new Templates(this.folder.toString());
		write("survey.txt", "Subject: s\n\n{{#number}} is not closed", 1);
		assertThat(survey(templates)).contains("How did we do?");
		assertThat(output).contains("survey.txt is broken");
		write("survey.txt", "Subject: s\n\nThere is no {{colour}}", 2);
		assertThat(survey(templates)).contains("How did we do?");
		assertThat(output).contains("colour");
		write("survey.txt", "no subject at all", 3);
		assertThat(survey(templates)).contains("How did we do?");
		write("survey.txt", "Subject: s\n\nMended.", 4);
		assertThat(survey(templates)).isEqualTo("Mended.");
	}

	@Test
	void bothLettersOfAClosingAskHowWeDidAndGiveTheLinkIfThereIsOne() {
		Templates templates = new Templates("");
		Map<String, Object> facts = facts();
		for (String letter : List.of("closed.txt", "survey.txt")) {
			facts.put("survey", null);
			assertThat(templates.word(letter, Template::read, (template) -> template.text(facts)))
				.contains("How did we do?")
				.doesNotContain("here:");
			facts.put("survey", "https://survey.example/SC-100001");
			assertThat(templates.word(letter, Template::read, (template) -> template.text(facts)))
				.contains("How did we do? Please tell us here: https://survey.example/SC-100001");
		}
	}

	@Test
	void whatIsNotKnownOfACaseLeavesNoGap() {
		Templates templates = new Templates("");
		Map<String, Object> facts = facts();
		facts.put("response", null);
		facts.put("resolution", null);
		assertThat(templates.word("acknowledged.txt", Template::read, (template) -> template.text(facts)))
			.doesNotContain("answer by", "\n\n\n");
	}

	private void write(String name, String text, int second) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name), text);
		Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-23T10:00:00Z").plusSeconds(second)));
	}

	private static String survey(Templates templates) {
		return templates.word("survey.txt", Template::read, (template) -> template.text(facts()));
	}

	private static Map<String, Object> facts() {
		Map<String, Object> facts = new HashMap<>();
		facts.put("number", "SC-100001");
		facts.put("subject", "Playback stops");
		facts.put("survey", null);
		return facts;
	}

}
