package org.tierline.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockReading;
import org.tierline.cases.ClockState;
import org.tierline.cases.HandoffMode;
import org.tierline.cases.Impact;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.sla.Pauses;
import org.tierline.sla.Span;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Corners in which clocks and cases meet; dates are added up by hand. */
@ProcessStory
@Import(PatchStory.class)
class ClockCornerStoryTests {

	@Autowired
	Story story;

	@Autowired
	PatchStory patches;

	@Autowired
	Repromising repromising;

	@Autowired
	TargetPreview preview;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@Test
	void noHandoffTouchesTheResolutionClock() {
		CaseNumber number = this.story.openedHighPremium();
		Instant due = clock(number, Target.RESOLUTION).dueAt();
		this.story.passes(Duration.ofHours(1), number);
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "needs the product team",
				"handoffMode", "direct");
		this.story.passes(Duration.ofHours(1), number);
		this.story.process.handOff(number, HandoffMode.TOGETHER);
		this.story.passes(Duration.ofHours(1), number);
		this.story.complete(number, "InvestigateCase", "outcome", "hand-back", "note", "is documented");
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo(due);
		assertThat(clock(number, Target.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
	}

	@ParameterizedTest
	@EnumSource
	void whatIsPreviewedIsWhatIsPromised(Plan plan) {
		Site site = Site.of(
				"Europe/Berlin", "DE", Map.of("monday", List.of("09:00-12:00", "13:00-17:00"), "tuesday",
						List.of("00:00-24:00"), "friday", List.of("22:00-24:00")),
				List.of("2026-11-24"), ZoneOffset.UTC);
		String company = this.story.company(plan, false);
		this.story.companies.change(company, plan, false, site);
		for (Impact impact : Impact.values()) {
			for (Urgency urgency : Urgency.values()) {
				CaseNumber number = this.story.opened(company, impact, urgency, null);
				var promised = this.preview.preview(plan, this.story.cases.get(number).severity(), site, Story.MONDAY,
						Pauses.of(List.of()));
				for (Target target : List.of(Target.RESPONSE, Target.RESOLUTION)) {
					assertThat(clock(number, target).dueAt()).isEqualTo(promised.get(target).dueAt());
					assertThat(clock(number, target).warnAt()).isEqualTo(promised.get(target).warnAt());
				}
			}
		}
	}

	@Test
	void aPreviewedPauseIsAPromisedPause() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(2), number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.story.passes(Duration.ofHours(26), number);
		this.story.process.customerWrites(number, "12.1");
		Pauses pauses = Pauses.of(List.of(new Span(Instant.parse("2026-11-23T12:00:00Z"), this.story.clock.instant())));
		assertThat(clock(number, Target.RESOLUTION).dueAt())
			.isEqualTo(this.preview.preview(Plan.PREMIUM, 2, Site.standard(ZoneOffset.UTC), Story.MONDAY, pauses)
				.get(Target.RESOLUTION)
				.dueAt());
	}

	/** The hours of the old site stay counted, also when a person is faster than we. */
	@Test
	void aClockThatIsPausedBeforeTheNewSiteIsFollowedKeepsWhatItUsed() {
		String company = this.story.company(Plan.PREMIUM, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.passes(Duration.ofHours(5), number);
		this.story.companies.change(company, Plan.PREMIUM, false, holidays("2026-11-23"));
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.repromising.work();
		assertThat(clock(number, Target.RESOLUTION).remaining()).isEqualTo(Duration.ofHours(19));
	}

	@Test
	void aSiteThatIsChangedAndChangedBackAtOnceLeavesNothingBehind() {
		String company = this.story.company(Plan.PREMIUM, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		Instant due = clock(number, Target.RESOLUTION).dueAt();
		this.story.passes(Duration.ofHours(5), number);
		this.story.companies.change(company, Plan.PREMIUM, false, holidays("2026-11-23"));
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		this.repromising.work();
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo(due);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		assertThat(clock(number, Target.RESOLUTION).remaining()).isEqualTo(Duration.ofHours(19));
	}

	/** A plan that came too late for the pause: the ledger has no time that runs back. */
	@Test
	void aChangeThatIsFollowedLateCountsFromThePauseOn() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.passes(Duration.ofHours(2), number);
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		this.story.passes(Duration.ofMinutes(30), number);
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which version?");
		this.repromising.work();
		assertThat(clock(number, Target.RESOLUTION).remaining()).isEqualTo(Duration.ofHours(21).plusMinutes(30));
		assertThat(this.story.cases.clocks(number)).flatExtracting((clock) -> clock.segments())
			.allMatch((segment) -> segment.to() == null || !segment.to().isBefore(segment.from()));
	}

	@Test
	void theLedgerNamesTheTableAfterANewPlanToo() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		Integer version = this.story.cases.clocks(number).get(0).tableVersion();
		assertThat(version).isPositive();
		this.story.companies.change(company, Plan.PREMIUM, false, Site.standard(ZoneOffset.UTC));
		this.repromising.work();
		assertThat(this.story.cases.clocks(number)).allMatch((clock) -> version.equals(clock.tableVersion()));
	}

	@Test
	void aBreachThatAGraverSeverityDoesNotMendIsToldOnce() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(3), number);
		this.story.process.revise(number, Impact.EVERYONE, Urgency.STOPPED, "the whole site");
		this.story.passes(Duration.ofDays(3), number);
		assertThat(clock(number, Target.RESOLUTION).breachedAt()).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(this.story.timeline(number)).filteredOn(What.BREACHED::equals).hasSize(2);
		assertThat(this.story.file(number).escalations()).hasSize(1);
	}

	@Test
	void anOverdueTaskShowsThatItIsOverdue() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.process.staffWrites(number, "We look into it.", false);
		this.story.passes(Duration.ofDays(3), number);
		assertThat(this.story.task(number, "InvestigateCase").getDueDate().toInstant())
			.isEqualTo("2026-11-24T10:00:00Z");
	}

	/** The customer heard nothing in the meantime, so the update is due when it was. */
	@Test
	void aRejectedDefectGivesBackTheResolutionClockAndLeavesTheUpdateClockAlone() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(1), number);
		this.story.process.staffWrites(number, "We look into it.", false);
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "needs the product team",
				"handoffMode", "direct");
		this.patches.link(number, "defectTitle", "Playback stops");
		Instant update = clock(number, Target.UPDATE).dueAt();
		assertThat(clock(number, Target.RESOLUTION).remaining()).isEqualTo(Duration.ofHours(23));
		this.story.passes(Duration.ofHours(3), number);
		this.story.complete(this.patches.defect(number).number(), "DevelopFix", "outcome", "not-a-defect", "fixNote",
				"works as described");
		this.story.works();
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
		// 23 h from Monday 14:00: 3, 8, 8, 4.
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-11-26T13:00:00Z");
		assertThat(clock(number, Target.UPDATE).dueAt()).isEqualTo(update);
	}

	@Test
	void aSeverityThatChangesInTierThreeChangesWhatIsLeft() {
		CaseNumber number = this.patches.reported();
		this.story.process.revise(number, Impact.EVERYONE, Urgency.STOPPED, "the whole site");
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.PAUSED);
		assertThat(clock(number, Target.RESOLUTION).remaining()).isEqualTo(Duration.ofHours(12));
	}

	@Test
	void progressReportsStartTheUpdateClockAnewInTierThree() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.process.staffWrites(number, "We look into it.", false);
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "needs the product team",
				"handoffMode", "direct");
		this.patches.link(number, "defectTitle", "Playback stops");
		this.story.passes(Duration.ofDays(1), number);
		assertThat(clock(number, Target.UPDATE).dueAt()).isEqualTo("2026-11-25T10:00:00Z");
		assertThat(this.story.timeline(number)).doesNotContain(What.BREACHED);
	}

	@Test
	void aWorkaroundFoundInTierThreeMeetsTheResolution() {
		CaseNumber number = this.patches.reported();
		this.story.process.customerWrites(number, "any news?");
		this.story.complete(number, "FollowUp", "outcome", "workaround", "message", "Use the old player.");
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.MET);
		assertThat(clock(number, Target.UPDATE).state()).isEqualTo(ClockState.NONE);
	}

	@Test
	void aResolvedCaseStandsUntilAPersonReopensIt() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofHours(2), number);
		this.story.complete(number, "TriageCase", "outcome", "answer", "message", "Restart it.", "resolutionKind",
				"other");
		this.story.process.customerWrites(number, "it stops again");
		this.story.passes(Duration.ofDays(1), number);
		assertThat(clock(number, Target.RESOLUTION).state()).isEqualTo(ClockState.MET);
		this.story.complete(number, "FollowUp", "outcome", "reopen");
		// 22 h from Tuesday 12:00: 5, 8, 8, 1.
		assertThat(clock(number, Target.RESOLUTION).dueAt()).isEqualTo("2026-11-27T10:00:00Z");
		assertThat(clock(number, Target.UPDATE).dueAt()).isEqualTo("2026-11-25T12:00:00Z");
	}

	private static Site holidays(String... dates) {
		return Site.of("UTC", null, null, List.of(dates), ZoneOffset.UTC);
	}

	private ClockReading clock(CaseNumber number, Target target) {
		return this.story.file(number).clocks().get(target);
	}

}
