package org.tierline.lifecycle;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.StateForbids;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.patches.DefectEvent;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.NewRelease;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a customer who waits for a patch reads at each update target. */
@ProcessStory
@Import({ PatchStory.class, WaitingCustomers.class })
class ProgressTextStoryTests {

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@Autowired
	WaitingCustomers customers;

	@Autowired
	DefectProgress progress;

	@Autowired
	KnownDefects known;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@Test
	void theReportSaysWhereTheDefectStands() {
		CaseNumber number = waits();
		DefectNumber defect = this.customers.defect(number);
		assertThat(this.customers.nextReport(number)).isEqualTo(
				"""
						Your problem is known to us as %s: Playback stops after the update

						Our developers are analysing it.

						You hear from us again by Wednesday 25 November 2026, 10:00 (UTC), or as soon as the fix is published."""
					.formatted(defect));
		this.story.tasks.claim(this.story.task(defect, "DevelopFix").getId(), "tier3");
		assertThat(this.customers.nextReport(number)).contains("A fix is being developed.", "Thursday 26 November");
		this.patches.developed(defect);
		assertThat(this.customers.nextReport(number)).contains("we are verifying that it helps");
		this.story.complete(defect, "VerifyFix", "verified", false, "verificationNote", "stops with subtitles");
		assertThat(this.customers.nextReport(number)).contains("A fix is being developed.",
				"Monday 30 November 2026, 10:00");
		this.patches.verified(defect);
		this.story.works();
		assertThat(this.customers.nextReport(number)).contains("The fix is ready and verified.");
		assertThat(String.join("\n", this.customers.reports(number))).as("what developers wrote among themselves")
			.doesNotContain("the decoder waits now", "subtitles", "plays for an hour", "rank", "tier", "{{");
		assertThat(this.story.timeline(number)).endsWith(What.ANSWERED);
		assertThat(this.patches.why(number, What.ANSWERED)).isEqualTo("progress report");
	}

	@Test
	void theReportNamesTheReleaseItsDayAndADelayToWhomAnotherDayWasTold() {
		CaseNumber number = waits();
		DefectNumber defect = this.customers.defect(number);
		String first = release("2026-12-01");
		String second = release("2026-12-15");
		this.patches.pipeline.planDefect(second, defect);
		this.patches.pipeline.planDefect(first, defect);
		assertThat(this.customers.nextReport(number))
			.contains("planned into release " + first + ", which we expect on Tuesday 1 December 2026.")
			.as("nobody was told the other day")
			.doesNotContain("before");
		this.patches.pipeline.planDefect(second, defect);
		CaseNumber other = this.customers.waits(this.story.company(Plan.PREMIUM, false), someone(), defect);
		assertThat(this.customers.nextReport(number)).contains("We told you Tuesday 1 December 2026 before: "
				+ "it is delayed until Tuesday 15 December 2026. We are sorry.", second);
		assertThat(this.customers.nextReport(other)).contains("Tuesday 15 December 2026").doesNotContain("before");
		assertThat(this.customers.nextReport(number)).contains("15 December").doesNotContain("before");
		this.patches.pipeline.withdrawDefect(second, defect);
		assertThat(this.customers.nextReport(number))
			.contains("We told you Tuesday 15 December 2026 before: that day does not hold");
		assertThat(this.customers.nextReport(number)).doesNotContain("before", "release 2.4", "expect");
		this.patches.pipeline.planDefect(first, defect);
		assertThat(this.customers.nextReport(number)).doesNotContain("has passed");
		assertThat(this.customers.nextReport(number)).contains("That day has passed.");
	}

	@Test
	void aPublishedReleaseThatIsStillOnItsWayIsSaid() {
		CaseNumber number = waits();
		DefectNumber defect = this.customers.defect(number);
		this.patches.verified(defect);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		this.patches.pipeline.publish(release);
		assertThat(this.customers.nextReport(number)).contains("The fix is published in release " + release)
			.doesNotContain("expect");
		this.story.works();
		this.patches.assertFixed(number, release);
	}

	@Test
	void aWorkaroundIsToldWithIt() {
		CaseNumber number = waits();
		this.known.keepWorkaround(this.customers.defect(number), "Switch subtitles off.");
		assertThat(this.customers.nextReport(number)).contains("What helps until then: Switch subtitles off.");
	}

	@Test
	void aNoteStandsInThePlaceOfTheStateUntilTheStateChanges() {
		CaseNumber number = waits();
		DefectNumber defect = this.customers.defect(number);
		this.patches.pipeline.planDefect(release("2026-12-15"), defect);
		this.customers.as("tier3", () -> this.progress.write(defect, "We have found the cause.", null));
		assertThat(this.progress.of(defect).note().orElseThrow().who()).isEqualTo("tier3");
		assertThat(this.customers.nextReport(number))
			.contains("We have found the cause.", "15 December", "by Wednesday")
			.doesNotContain("analysing");
		assertThat(this.customers.nextReport(number)).contains("We have found the cause.");
		this.story.tasks.claim(this.story.task(defect, "DevelopFix").getId(), "tier3");
		assertThat(this.progress.of(defect).note()).isEmpty();
		assertThat(this.customers.nextReport(number)).contains("being developed")
			.doesNotContain("We have found the cause.");
		this.progress.write(defect, "Two of three causes are mended.", null);
		this.progress.write(defect, null, this.progress.of(defect).version());
		assertThat(this.customers.nextReport(number)).contains("being developed").doesNotContain("Two of three");
		assertThat(this.patches.defects.history(defect, 50)).extracting(DefectEvent::what)
			.contains("progress-note", "note-taken-back");
	}

	@Test
	void aNoteOfAStateThatComesBackIsOverAllTheSame() {
		CaseNumber number = waits();
		DefectNumber defect = this.customers.defect(number);
		this.story.tasks.claim(this.story.task(defect, "DevelopFix").getId(), "tier3");
		this.progress.write(defect, "Done by Friday.", null);
		this.patches.developed(defect);
		this.story.complete(defect, "VerifyFix", "verified", false, "verificationNote", "stops with subtitles");
		assertThat(this.customers.nextReport(number)).contains("being developed").doesNotContain("Done by Friday.");
	}

	@Test
	void ofTwoWritersTheSecondReadsFirst() {
		DefectNumber defect = this.customers.defect(waits());
		String seen = this.progress.of(defect).version();
		this.customers.as("tier3", () -> this.progress.write(defect, "We have found the cause.", seen));
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.progress.write(defect, "No idea.", seen))
			.withMessageContaining("tier3 has written a note");
		assertThatExceptionOfType(StateForbids.class).as("who has read nothing overwrites nothing")
			.isThrownBy(() -> this.progress.write(defect, "No idea.", null));
		String read = this.progress.of(defect).version();
		this.patches.developed(defect);
		assertThatExceptionOfType(StateForbids.class).as("it was written for another state")
			.isThrownBy(() -> this.progress.write(defect, "Nearly done.", read))
			.withMessageContaining("in-verification");
		assertThat(this.progress.of(defect).note()).isEmpty();
	}

	@Test
	void aRejectedDefectHasNobodyToTell() {
		CaseNumber number = waits();
		DefectNumber defect = this.customers.defect(number);
		this.story.complete(defect, "DevelopFix", "outcome", "not-a-defect", "fixNote", "works as documented");
		this.story.works();
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.progress.write(defect, "Sorry.", null));
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.progress.tell(defect, null));
	}

	@Test
	void whatIsShownBeforehandIsWhatGoesOutThen() {
		CaseNumber number = waits();
		DefectNumber defect = this.customers.defect(number);
		this.progress.write(defect, "We have found the cause.", null);
		DefectProgress.Preview preview = this.progress.of(defect);
		assertThat(preview.example()).hasValue(number);
		assertThat(preview.waiting()).isEqualTo(1);
		assertThat(preview.report().orElseThrow()).contains("by Tuesday 24 November 2026, 10:00");
		assertThat(this.customers.reports(number)).as("nobody is told by that").isEmpty();
		String sent = this.customers.nextReport(number);
		this.story.clock.moveTo(Story.MONDAY.plus(java.time.Duration.ofDays(1)));
		assertThat(this.progress.of(defect).report()).hasValue(sent);
	}

	@Test
	void aCaseOfADuplicateHearsOfTheDefectThatStays() {
		CaseNumber number = waits();
		DefectNumber survivor = this.customers.defect(waits());
		this.known.describe(survivor, new org.tierline.patches.Description("Decoder leaks", null, List.of()), "found");
		this.known.merge(this.customers.defect(number), survivor, "the same decoder");
		assertThat(this.customers.nextReport(number)).as("its tie moves later").contains(survivor + ": Decoder leaks");
		this.story.works();
		assertThat(this.customers.nextReport(number)).contains(survivor + ": Decoder leaks");
	}

	@Test
	void aCaseInTierThreeWithoutADefectHearsThatThePatchIsWorkedOn() {
		CaseNumber number = waits();
		this.jdbc.sql("update defect_case set untied_at = now() where case_id = ?").param(number.id()).update();
		assertThat(this.customers.nextReport(number))
			.isEqualTo("Case " + number + ": the patch is being worked on. We tell you as soon as it is released.");
	}

	private CaseNumber waits() {
		return this.customers.waits(this.story.company(Plan.PREMIUM, false), someone(), null);
	}

	private static String someone() {
		return "kim" + UUID.randomUUID();
	}

	private String release(String day) {
		String name = "2.4." + UUID.randomUUID();
		this.patches.pipeline.plan(NewRelease.read(name, "patch", "regular", day, null, null, null));
		return name;
	}

}
