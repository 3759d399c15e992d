package org.tierline;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The development run as its own process, killed, started again and stopped. */
class DevelopmentRunTests {

	private static final String CASE = """
			{"company": "Acme Video", "contact": {"name": "Kim Example", "email": "kim@example.test"},
			"subject": "Playback stops", "details": "Since the update.", "impact": "several", "urgency": "hindered"}""";

	@TempDir
	Path folder;

	private DevelopmentRun run;

	@AfterEach
	void stop() throws Exception {
		if (this.run != null) {
			this.run.stop();
		}
	}

	@Test
	void aKilledRunLosesNothingAndASecondOneOnItsFolderIsRefused() throws Exception {
		this.run = new DevelopmentRun(this.folder).ready();
		String number = text(this.run.answer("integration", "POST", "/api/cases", CASE), "number");
		submit("tier1", number, "TriageCase", """
				"outcome": {"value": "escalate"}, "escalationNote": {"value": "needs the product team"},
				"handoffMode": {"value": "together"}""");
		String before = everything(number);

		DevelopmentRun second = new DevelopmentRun(this.folder);
		assertThat(second.process.waitFor(180, TimeUnit.SECONDS)).isTrue();
		assertThat(second.process.exitValue()).isEqualTo(1);
		assertThat(second.output().lines()).singleElement().asString().startsWith("Another development run uses");

		this.run.process.destroyForcibly().waitFor();
		assertThat(postmaster()).exists();
		this.run = new DevelopmentRun(this.folder).ready();
		assertThat(everything(number)).isEqualTo(before);
		assertThat(this.run.answer("integration", "POST", "/api/cases", CASE)).contains(number);
		submit("tier2", number, "InvestigateCase",
				"""
						"outcome": {"value": "solve"}, "message": {"value": "Restart it."}, "resolutionKind": {"value": "other"}""");
		assertThat(text(this.run.answer("tier1", "GET", "/api/cases/" + number, null), "status")).isEqualTo("resolved");

		this.run.process.destroy();
		assertThat(this.run.process.waitFor(90, TimeUnit.SECONDS)).isTrue();
		assertThat(postmaster()).doesNotExist();
	}

	/** The case, its timeline and conversation, and whose tasks are open. */
	private String everything(String number) throws Exception {
		String found = this.run.answer("tier1", "GET", "/api/cases/" + number, null);
		for (String path : List.of("/api/cases/" + number + "/timeline", "/api/cases/" + number + "/messages",
				"/engine-rest/task?processInstanceBusinessKey=" + number)) {
			found += this.run.answer("tier1", "GET", path, null) + this.run.answer("tier2", "GET", path, null);
		}
		// Letters go on being sent.
		return found.replaceAll("\"deliver(y|yWhy|edAt)\":(\"[^\"]*\"|null)", "");
	}

	private void submit(String login, String number, String task, String fields) throws Exception {
		String id = text(
				this.run.answer(login, "GET",
						"/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + task, null),
				"id");
		assertThat(this.run.answer(login, "POST", "/engine-rest/task/" + id + "/submit-form",
				"{\"variables\": {" + fields + "}}"))
			.isEmpty();
	}

	private static String text(String json, String field) {
		Matcher matcher = Pattern.compile("\"" + field + "\":\"([^\"]+)\"").matcher(json);
		assertThat(matcher.find()).as(json).isTrue();
		return matcher.group(1);
	}

	private Path postmaster() {
		return this.folder.resolve("data/postgres/postmaster.pid");
	}

}
