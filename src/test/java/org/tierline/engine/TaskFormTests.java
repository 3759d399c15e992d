package org.tierline.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every row of the task table, against the forms as they are shipped. */
class TaskFormTests {

	private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

	private static final String LATER = "2026-03-03T09:30+01:00";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			triage-case      | outcome=answer;message=m;resolutionKind=fix
			triage-case      | outcome=answer;message=m;resolutionKind=workaround
			triage-case      | outcome=answer;message=m;resolutionKind=other
			triage-case      | outcome=ask;message=m
			triage-case      | outcome=ask;message=m;resolutionKind=;escalationNote=
			triage-case      | outcome=call-back;callBackAt=2026-03-03T09:30Z
			triage-case      | outcome=escalate;escalationNote=n;handoffMode=direct
			triage-case      | outcome=escalate;escalationNote=n;handoffMode=together
			investigate-case | outcome=solve;message=m;resolutionKind=fix
			investigate-case | outcome=ask;message=m
			investigate-case | outcome=change-code;defectTitle=t
			investigate-case | outcome=change-code;defectNumber=DF-1001
			investigate-case | outcome=change-code;defectTitle=t;workaround=w
			investigate-case | outcome=hand-back;note=n
			assist-tier2     | note=n
			call-back        | outcome=reached;callNote=n
			call-back        | outcome=not-reached;callNote=n
			develop-fix      | outcome=fixed;fixNote=n
			develop-fix      | outcome=cannot-reproduce;fixNote=n
			develop-fix      | outcome=not-a-defect;fixNote=n
			plan-release     | releaseName=4.2.1
			""")
	void whatTheTaskTableOffersIsTaken(String form, String answers) throws IOException {
		assertThat(problems(form, parse(answers))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					triage-case      |                                                 | outcome
					triage-case      | outcome=solve                                   | outcome
					triage-case      | outcome=Answer;message=m                        | outcome
					triage-case      | outcome=answer                                  | message,resolutionKind
					triage-case      | outcome=answer;message=' ';resolutionKind=fix   | message
					triage-case      | outcome=answer;message=m;resolutionKind=patch   | resolutionKind
					triage-case      | outcome=ask                                     | message
					triage-case      | outcome=ask;message=m;resolutionKind=fix        | resolutionKind
					triage-case      | outcome=call-back                               | callBackAt
					triage-case      | outcome=call-back;callBackAt=tomorrow           | callBackAt
					triage-case      | outcome=call-back;callBackAt=2026-03-03T09:30   | callBackAt
					triage-case      | outcome=call-back;callBackAt=2026-03-01T09:30Z  | callBackAt
					triage-case      | outcome=call-back;callBackAt=+99999-01-01T09:30Z | callBackAt
					triage-case      | outcome=call-back;callBackAt=2026-03-03T09:30Z;message=m | message
					triage-case      | outcome=escalate                                | escalationNote,handoffMode
					triage-case      | outcome=escalate;escalationNote=n;handoffMode=alone;message=m;bogus=1 | handoffMode,message,bogus
					investigate-case | outcome=answer;message=m                        | outcome
					investigate-case | outcome=solve                                   | message,resolutionKind
					investigate-case | outcome=solve;message=m;resolutionKind=fix;note=n | note
					investigate-case | outcome=ask;note=n                              | message,note
					investigate-case | outcome=change-code                             | defectTitle,defectNumber
					investigate-case | outcome=change-code;workaround=w                | defectTitle,defectNumber
					investigate-case | outcome=change-code;defectTitle=t;defectNumber=DF-1001 | defectTitle,defectNumber
					investigate-case | outcome=change-code;defectNumber=DF-7           | defectNumber
					investigate-case | outcome=change-code;defectNumber=4711           | defectNumber
					investigate-case | outcome=change-code;defectTitle=t;message=m     | message
					investigate-case | outcome=hand-back                               | note
					investigate-case | outcome=hand-back;note=n;defectTitle=t          | defectTitle
					assist-tier2     |                                                 | note
					assist-tier2     | note=n;outcome=done                             | outcome
					call-back        | outcome=reached                                 | callNote
					call-back        | outcome=maybe;callNote=n                        | outcome
					develop-fix      | outcome=fixed                                   | fixNote
					develop-fix      | outcome=wont-fix;fixNote=n                      | outcome
					verify-fix       | verified=true;verificationNote=n                | verified
					verify-fix       | verificationNote=n                              | verified
					plan-release     |                                                 | releaseName
					approve-release  | approved=true;approvalNote=n                    | approved
					approve-release  | approved=                                       | approved,approvalNote
					""")
	void whatItDoesNotOfferIsRefusedByName(String form, String answers, String fields) throws IOException {
		assertThat(problems(form, parse(answers)).keySet()).containsExactlyInAnyOrder(fields.split(","));
	}

	@ParameterizedTest
	@CsvSource({ "resolved,reply,true", "resolved,reopen,true", "resolved,nothing,true", "resolved,workaround,false",
			"waiting-for-patch,reply,true", "waiting-for-patch,workaround,true", "waiting-for-patch,nothing,true",
			"waiting-for-patch,reopen,false" })
	void aFollowUpOffersWhatTheStatusAllows(String status, String outcome, boolean offered) throws IOException {
		Map<String, Object> answers = new HashMap<>(Map.of("outcome", outcome));
		if (Set.of("reply", "workaround").contains(outcome)) {
			answers.put("message", "m");
		}
		assertThat(problems("follow-up", answers, Map.of("caseStatus", status)).isEmpty()).isEqualTo(offered);
	}

	@ParameterizedTest
	@CsvSource({ "reply,'',message", "nothing,m,message", "reopen,m,message" })
	void aFollowUpUsesItsMessageForAReplyOnly(String outcome, String message, String field) throws IOException {
		Map<String, Object> answers = Map.of("outcome", outcome, "message", message);
		assertThat(problems("follow-up", answers, Map.of("caseStatus", "resolved"))).containsOnlyKeys(field);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void verifiedAndApprovedAreBooleans(boolean decision) throws IOException {
		assertThat(problems("verify-fix", Map.of("verified", decision, "verificationNote", "n"))).isEmpty();
		assertThat(problems("approve-release", Map.of("approved", decision, "approvalNote", "n"))).isEmpty();
	}

	@Test
	void textIsTextAndNothingElse() throws IOException {
		for (Object value : List.of(1, true, List.of("a"), Map.of("a", "b"), new byte[1], Submitted.FOREIGN)) {
			assertThat(problems("assist-tier2", Map.of("note", value))).containsOnlyKeys("note");
			assertThat(problems("triage-case", Map.of("outcome", value))).containsOnlyKeys("outcome");
		}
	}

	@Test
	void aMessageMayHaveTwentyThousandCharactersAndNotOneMore() throws IOException {
		assertThat(problems("assist-tier2", Map.of("note", "x".repeat(20_000) + "\n"))).isEmpty();
		assertThat(problems("assist-tier2", Map.of("note", "x".repeat(20_001)))).containsOnlyKeys("note");
	}

	@Test
	void aCharacterThatCannotBeStoredIsRefused() throws IOException {
		assertThat(problems("assist-tier2", Map.of("note", "a\0b"))).containsOnlyKeys("note");
	}

	@Test
	void aCaseIsOpenedWithTheFieldsOfTheContract() throws IOException {
		assertThat(problems("open-case", aCase())).isEmpty();
		assertThat(problems("open-case",
				with("product", "Player 4", "contactPhone", "+49 30 1", "channel", "phone", "callBackAt", LATER)))
			.isEmpty();
	}

	@Test
	void everyWrongFieldOfACaseIsNamedAtOnce() throws IOException {
		assertThat(problems("open-case", Map.of())).containsOnlyKeys("company", "contactName", "contactEmail",
				"subject", "details", "impact", "urgency");
		assertThat(problems("open-case",
				with("contactEmail", "nobody", "impact", "all", "urgency", "", "channel", "fax", "subject",
						"x".repeat(201), "details", "x".repeat(20_001), "plan", "premium", "callBackAt", "soon")))
			.containsOnlyKeys("contactEmail", "impact", "urgency", "channel", "subject", "details", "plan",
					"callBackAt");
	}

	@Test
	void stepsReadDatesAsDatesAndTextWithoutBlanksAround() throws IOException {
		FormCheck check = check("open-case", with("callBackAt", LATER, "company", "  Acme Video\n"), Map.of());
		assertThat(check.answers()).containsEntry("callBackAt", Date.from(Instant.parse("2026-03-03T08:30:00Z")))
			.containsEntry("company", "Acme Video")
			.doesNotContainKey("product");
	}

	@Test
	void anAddressOfAnyLengthIsRefusedQuickly() throws IOException {
		assertThat(problems("open-case", with("contactEmail", "a@" + "b.".repeat(100_000)))).isNotEmpty();
	}

	private static Map<String, Object> aCase() {
		return Map.of("company", "Acme Video", "contactName", "Ann", "contactEmail", "ann@acme.example", "subject", "s",
				"details", "d", "impact", "everyone", "urgency", "stopped");
	}

	private static Map<String, Object> with(String... more) {
		Map<String, Object> all = new HashMap<>(aCase());
		for (int i = 0; i < more.length; i += 2) {
			all.put(more[i], more[i + 1]);
		}
		return all;
	}

	private static Map<String, Object> parse(String answers) {
		Map<String, Object> all = new HashMap<>();
		for (String answer : (answers != null) ? answers.split(";") : new String[0]) {
			String[] parts = answer.split("=", 2);
			all.put(parts[0], parts[1].replace("'", ""));
		}
		return all;
	}

	private static Map<String, String> problems(String form, Map<String, Object> answers) throws IOException {
		return problems(form, answers, Map.of());
	}

	private static Map<String, String> problems(String form, Map<String, Object> answers, Map<String, Object> facts)
			throws IOException {
		try {
			check(form, answers, facts).answers();
			return Map.of();
		}
		catch (SubmissionRefused ex) {
			return ex.problems().stream().collect(Collectors.toMap(Problem::field, Problem::message));
		}
	}

	private static FormCheck check(String form, Map<String, Object> answers, Map<String, Object> facts)
			throws IOException {
		byte[] content = Files.readAllBytes(Path.of("forms", form + ".form"));
		return new FormCheck(FormFile.read(form, content), answers, NOW, () -> facts);
	}

}
