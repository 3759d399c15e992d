package org.tierline.lifecycle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockState;
import org.tierline.cases.Message;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectStep;
import org.tierline.patches.Delivery;
import org.tierline.patches.NewRelease;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseKind;
import org.tierline.patches.ReleaseState;
import org.tierline.patches.ReleaseTrain;
import org.tierline.patches.Track;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One story per path through {@code patch-pipeline} and {@code release}. */
@ProcessStory
@Import(PatchStory.class)
class PatchPipelineStoryTests {

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@Test
	void aReportedDefectIsRankedAndItsCaseWaits() {
		CaseNumber number = this.patches.reported();
		Defect defect = this.patches.defect(number);
		assertThat(defect.state()).isEqualTo(DefectState.RANKED);
		assertThat(defect.title()).isEqualTo("Playback stops after the update");
		assertThat(defect.product()).isEqualTo("Player");
		assertThat(defect.severity()).isEqualTo(2);
		assertThat(defect.rank()).isPositive();
		assertThat(defect.dueAt()).isEqualTo("2027-02-21T10:00:00Z");
		assertThat(defect.cases()).containsExactly(number);
		assertThat(this.story.openTasks(defect.number())).containsExactly("DevelopFix");
		assertThat(this.story.task(defect.number(), "DevelopFix").getDueDate()).isEqualTo(defect.dueAt().toString());
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.THREE);
		assertThat(this.story.file(number).clocks().get(Target.RESOLUTION).state()).isEqualTo(ClockState.PAUSED);
		assertThat(this.story.timeline(number)).endsWith(What.DEFECT_LINKED);
		assertThat(this.story.openTasks(number)).isEmpty();
	}

	@Test
	void aDefectThatSomebodyTakesUpIsInDevelopment() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		this.story.tasks.claim(this.story.task(defect, "DevelopFix").getId(), "tier3");
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.IN_DEVELOPMENT);
	}

	@Test
	void aFixThatFailsItsVerificationIsDevelopedAgain() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		this.patches.developed(defect);
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.IN_VERIFICATION);
		this.story.complete(defect, "VerifyFix", "verified", false, "verificationNote", "stops with subtitles");
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.IN_DEVELOPMENT);
		assertThat(this.story.openTasks(defect)).containsExactly("DevelopFix");
		this.patches.verified(defect);
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.FIXED);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
	}

	@Test
	void aReleaseReachesEveryCaseThatWaits() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		CaseNumber second = this.patches.linked(defect);
		CaseNumber third = this.patches.linked(defect);
		this.patches.verified(defect);
		String release = this.patches.approvedRelease();
		this.story.complete(defect, "PlanRelease", "releaseName", release);
		assertThat(this.patches.release(release).defects()).containsExactly(defect);
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(3, 0, 0));
		this.patches.pipeline.publish(release);
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.RELEASED);
		this.story.works();
		assertThat(List.of(first, second, third)).allSatisfy((number) -> this.patches.assertFixed(number, release));
		assertThat(this.patches.release(release).state()).isEqualTo(ReleaseState.PUBLISHED);
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(3, 3, 0));
		assertThat(this.patches.running(defect)).isFalse();
		assertThat(this.patches.running(release)).isFalse();
	}

	@Test
	void moreCasesThanABatchAreAllDelivered() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		for (int i = 0; i < Couriers.BATCH + 1; i++) {
			this.patches.linked(defect);
		}
		String release = this.patches.published(defect);
		int total = Couriers.BATCH + 2;
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(total, total, 0));
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void aCaseThatTheReleaseHasReachedBeforeWaitsForTheNext() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		this.patches.verified(defect);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		this.patches.work.deliver(defect, number, release);
		this.patches.ties.untie(number, "tier2", "it did not help");
		this.patches.work.tie(defect, number, "tier2", "the code must change again");
		this.patches.pipeline.publish(release);
		this.story.works();
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		this.patches.planAndPublish(defect);
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void aDefectThatIsPlannedBeforehandAsksNobodyForItsRelease() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		this.patches.pipeline.planDefect(release, defect);
		assertThat(this.patches.defects.get(defect).release()).isEqualTo(release);
		this.patches.verified(defect);
		assertThat(this.story.openTasks(defect)).isEmpty();
		this.patches.pipeline.publish(release);
		this.story.works();
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void planningAnswersTheOpenTask() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		this.patches.verified(defect);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		assertThat(this.story.openTasks(defect)).isEmpty();
	}

	@Test
	void aDefectMovesToAnotherRelease() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String first = this.patches.approvedRelease();
		String second = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(first, defect);
		this.patches.pipeline.planDefect(second, defect);
		assertThat(this.patches.release(first).defects()).isEmpty();
		assertThat(this.patches.release(second).defects()).containsExactly(defect);
	}

	@Test
	void aDefectThatIsWithdrawnFromItsReleaseIsPlannedAgain() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String first = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(first, defect);
		this.patches.verified(defect);
		assertThat(this.story.openTasks(defect)).isEmpty();
		this.patches.pipeline.withdrawDefect(first, defect);
		assertThat(this.patches.release(first).defects()).isEmpty();
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		this.patches.pipeline.withdrawDefect(first, defect);
		String second = this.patches.planAndPublish(defect);
		assertThat(this.patches.running(defect)).isFalse();
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.patches.pipeline.withdrawDefect(second, defect));
	}

	@Test
	void aDefectThatIsWithdrawnBeforeItIsVerifiedIsPlannedThen() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		this.patches.pipeline.withdrawDefect(release, defect);
		assertThat(this.story.openTasks(defect)).containsExactly("DevelopFix");
		this.patches.verified(defect);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
	}

	@Test
	void aReleaseThatIsNotApprovedIsPlannedAgain() {
		String release = this.patches.plannedRelease();
		this.story.complete(release, "ApproveRelease", "approved", false, "approvalNote", "notes are missing");
		assertThat(this.patches.release(release).state()).isEqualTo(ReleaseState.PLANNED);
		assertThat(this.story.openTasks(release)).containsExactly("ApproveRelease");
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.patches.pipeline.publish(release));
		this.patches.approved(release);
		assertThat(this.patches.release(release).state()).isEqualTo(ReleaseState.APPROVED);
	}

	@Test
	void aReleaseWithAnUnverifiedDefectIsNotPublished() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.patches.pipeline.publish(release))
			.withMessageContaining(defect.value());
		assertThat(this.patches.release(release).state()).isEqualTo(ReleaseState.APPROVED);
	}

	@Test
	void publishingAgainChangesNothing() {
		CaseNumber number = this.patches.reported();
		String release = this.patches.published(this.patches.defect(number).number());
		this.patches.pipeline.publish(release);
		this.story.works();
		assertThat(this.story.timeline(number)).containsOnlyOnce(What.DELIVERED);
	}

	@Test
	void aLateCaseGetsTheFixAtOnce() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String release = this.patches.published(defect);
		CaseNumber late = this.patches.linked(defect);
		this.patches.assertFixed(late, release);
		assertThat(this.story.timeline(late)).endsWith(What.DEFECT_LINKED, What.DELIVERED, What.RESOLVED);
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(2, 2, 0));
	}

	@Test
	void aCaseThatIsLinkedBetweenPublicationAndDeliveryGetsItOnce() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		this.patches.verified(defect);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		this.patches.pipeline.publish(release);
		CaseNumber late = this.patches.linked(defect);
		this.story.works();
		this.patches.assertFixed(late, release);
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void aTrainPlansItsNextReleasesOnce() {
		ReleaseTrain train = train();
		this.patches.trains.save(train);
		this.patches.timetable.work();
		this.patches.trains.save(train);
		List<String> names = List.of(train.name() + " 2026-12-08", train.name() + " 2026-12-22");
		assertThat(this.patches.ofTrain(train)).extracting(Release::name).containsExactlyElementsOf(names);
		Release first = this.patches.release(names.get(0));
		assertThat(first.plannedFor()).isEqualTo("2026-12-08");
		assertThat(first.freezeAt()).isEqualTo("2026-12-01T00:00:00Z");
		assertThat(this.story.openTasks(first.name())).containsExactly("ApproveRelease");
		this.patches.pipeline.withdraw(first.name(), "too early in the month");
		this.story.clock.moveTo(Instant.parse("2026-12-09T10:00:00Z"));
		this.patches.timetable.work();
		assertThat(this.patches.ofTrain(train)).extracting(Release::name)
			.containsExactly(names.get(0), names.get(1), train.name() + " 2027-01-05");
	}

	@Test
	void aDefectGoesIntoAFrozenReleaseWithAReasonOnly() {
		ReleaseTrain train = train();
		this.patches.trains.save(train);
		String release = train.name() + " 2026-12-08";
		DefectNumber early = this.patches.defect(this.patches.reported()).number();
		DefectNumber late = this.patches.defect(this.patches.reported()).number();
		this.patches.pipeline.planDefect(release, early);
		this.patches.verified(late);
		this.story.clock.moveTo(Instant.parse("2026-12-01T00:00:00Z"));
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.patches.pipeline.planDefect(release, late))
			.withMessageContaining("frozen");
		assertThat(this.patches.refused(late, "PlanRelease", "releaseName", release)).contains("releaseName");
		this.patches.pipeline.planDefect(release, early);
		this.patches.pipeline.planDefect(release, late, "it damages recordings");
		assertThat(this.patches.release(release).defects()).containsExactly(early, late);
		assertThat(this.story.openTasks(late)).isEmpty();
	}

	@Test
	void notesAreMadeFromTheDefectsUntilSomebodyWritesThem() {
		CaseNumber number = this.patches.inTier2(this.story.company(Plan.PREMIUM, false));
		this.patches.link(number, "defectTitle", "Playback stops", "workaround", "Switch subtitles off.");
		DefectNumber defect = this.patches.defect(number).number();
		String name = "2.4." + UUID.randomUUID();
		this.patches.pipeline.plan(NewRelease.read(name, "patch", null, null, null, null, null));
		this.patches.pipeline.planDefect(name, defect);
		assertThat(this.patches.release(name).generatedNotes()).isNull();
		this.patches.verified(defect);
		String generated = "- Playback stops (" + defect + ", Player)\n  Until now: Switch subtitles off.";
		assertThat(this.patches.release(name).generatedNotes()).isEqualTo(generated);
		assertThat(this.patches.release(name).notesForCustomers()).isEqualTo(generated);
		this.patches.pipeline.note(name, "Plays for hours.");
		assertThat(this.patches.release(name).generatedNotes()).isEqualTo(generated);
		assertThat(this.patches.release(name).notesForCustomers()).isEqualTo("Plays for hours.");
		this.patches.pipeline.note(name, null);
		this.patches.approved(name);
		this.patches.pipeline.publish(name);
		this.story.works();
		assertThat(this.patches.lastLetter(number)).contains(generated);
		this.patches.work.keepWorkaround(defect, "tier2", "Another one.");
		assertThat(this.patches.release(name).generatedNotes()).isEqualTo(generated);
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.patches.pipeline.note(name, "too late"));
	}

	private static ReleaseTrain train() {
		return new ReleaseTrain("Player " + UUID.randomUUID().toString().substring(0, 8), ReleaseKind.PATCH,
				Track.REGULAR, DayOfWeek.TUESDAY, 2, null, LocalDate.parse("2026-12-02"), 5, ZoneId.of("UTC"), null, 2);
	}

	@Test
	void aFixThatDidNotHelpLeadsToANewDefect() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		this.patches.published(defect);
		this.story.process.reopen(number, "still stops");
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
		this.patches.link(number, "defectTitle", "Stops with subtitles too");
		assertThat(this.patches.defect(number).number()).isNotEqualTo(defect);
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.RELEASED);
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
	}

	@Test
	void aFixThatDidNotHelpReopensItsDefect() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		String first = this.patches.published(defect);
		assertThat(this.patches.running(defect)).isFalse();
		this.story.process.reopen(number, "still stops");
		this.patches.link(number, "defectNumber", defect.value());
		assertThat(this.patches.defect(number).number()).isEqualTo(defect);
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.RANKED);
		assertThat(this.patches.defects.steps(defect)).last()
			.extracting(DefectStep::note)
			.isEqualTo("it did not help in case " + number);
		assertThat(this.story.openTasks(defect)).containsExactly("DevelopFix");
		CaseNumber late = this.patches.linked(defect);
		assertThat(this.story.status(late)).isEqualTo(Status.WAITING_FOR_PATCH);
		this.patches.verified(defect);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		String second = this.patches.planAndPublish(defect);
		assertThat(second).isNotEqualTo(first);
		assertThat(List.of(number, late)).allSatisfy((one) -> this.patches.assertFixed(one, second));
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void aFixThatIsDisputedWhileOthersAreStillWaitingForItIsDevelopedAgain() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		CaseNumber broken = this.patches.linked(defect);
		this.patches.breakLetters(broken);
		String release = this.patches.published(defect);
		this.story.process.reopen(number, "still stops");
		this.patches.link(number, "defectNumber", defect.value());
		assertThat(this.story.openTasks(defect)).containsExactly("DevelopFix");
		this.patches.mendLetters(broken);
		this.patches.pipeline.retry(release, broken);
		this.story.works();
		this.patches.assertFixed(broken, release);
		assertThat(this.story.openTasks(defect)).containsExactly("DevelopFix");
	}

	@Test
	void aCaseThatCannotBeDeliveredStopsNoOtherAndIsTriedAgain() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		CaseNumber broken = this.patches.linked(defect);
		CaseNumber last = this.patches.linked(defect);
		this.patches.breakLetters(broken);
		String release = this.patches.published(defect);
		assertThat(List.of(first, last)).allSatisfy((number) -> this.patches.assertFixed(number, release));
		assertThat(this.story.status(broken)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(3, 2, 1));
		Delivery failed = this.patches.failed(release).get(0);
		assertThat(failed.number()).isEqualTo(broken);
		assertThat(failed.why()).contains("letters");
		assertThat(failed.attempts()).isEqualTo(1);
		assertThat(failed.nextAttemptAt()).isEqualTo(this.story.clock.instant().plusSeconds(10));
		assertThat(this.patches.running(defect)).isTrue();
		this.story.works();
		assertThat(this.patches.failed(release).get(0).attempts()).isEqualTo(1);
		this.story.clock.moveTo(this.story.clock.instant().plusSeconds(10));
		this.story.works();
		assertThat(this.patches.failed(release).get(0).nextAttemptAt())
			.isEqualTo(this.story.clock.instant().plusSeconds(20));
		this.patches.mendLetters(broken);
		assertThat(this.patches.pipeline.retry(release, null)).isEqualTo(1);
		this.story.works();
		this.patches.assertFixed(broken, release);
		assertThat(this.patches.failed(release)).isEmpty();
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(3, 3, 0));
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void aReleaseThatIsWithdrawnBeforeItIsOutIsPlannedAnew() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String release = this.patches.plannedRelease();
		this.patches.pipeline.planDefect(release, defect);
		this.patches.verified(defect);
		this.patches.pipeline.withdraw(release, "not needed");
		this.patches.pipeline.withdraw(release, "said twice");
		assertThat(this.patches.release(release).state()).isEqualTo(ReleaseState.WITHDRAWN);
		assertThat(this.patches.release(release).withdrawal().reason()).isEqualTo("not needed");
		assertThat(this.patches.running(release)).isFalse();
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		assertThat(this.patches.refused(defect, "PlanRelease", "releaseName", release)).contains("releaseName");
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.patches.pipeline.planDefect(release, defect));
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.patches.pipeline.publish(release));
	}

	@Test
	void aReleaseThatIsWithdrawnAfterItWasDeliveredIsReplacedByItsSuccessor() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		String release = this.patches.published(defect);
		assertThat(this.patches.running(defect)).isFalse();
		this.patches.pipeline.withdraw(release, "it damages recordings");
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.FIXED);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(1, 1, 0));
		CaseNumber late = this.patches.linked(defect);
		assertThat(this.story.status(late)).isEqualTo(Status.WAITING_FOR_PATCH);
		String successor = this.patches.planAndPublish(defect);
		this.patches.assertFixed(late, successor);
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		assertThat(this.story.timeline(number)).endsWith(What.DELIVERED, What.RESOLVED, What.DELIVERED);
		assertThat(this.patches.lastLetter(number)).contains(successor, "takes the place of " + release);
		assertThat(this.patches.lastLetter(late)).doesNotContain("takes the place");
		assertThat(this.patches.release(successor).deliveries()).isEqualTo(new Release.Deliveries(2, 2, 0));
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void aReleaseThatIsWithdrawnWhileItIsDeliveredGoesToNobodyElse() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		CaseNumber waiting = this.patches.linked(defect);
		this.patches.breakLetters(waiting);
		String release = this.patches.published(defect);
		this.patches.pipeline.withdraw(release, "it damages recordings");
		this.patches.mendLetters(waiting);
		this.story.passes(Duration.ofHours(1), waiting);
		this.story.works();
		assertThat(this.story.status(waiting)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		String successor = this.patches.planAndPublish(defect);
		this.patches.assertFixed(waiting, successor);
		assertThat(this.patches.lastLetter(number)).contains("takes the place of " + release);
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void aReleaseThatIsWithdrawnBetweenPublicationAndDeliveryIsPlannedAnew() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		this.patches.verified(defect);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		this.patches.pipeline.publish(release);
		this.patches.pipeline.withdraw(release, "it damages recordings");
		this.story.works();
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
	}

	@Test
	void whoGotAWithdrawnEarlyFixGetsTheRelease() {
		CaseNumber number = this.patches.inTier2(this.story.company(Plan.PREMIUM_PLUS, true));
		this.patches.link(number, "defectTitle", "Playback stops after the update");
		DefectNumber defect = this.patches.defect(number).number();
		this.patches.verified(defect);
		this.story.works();
		String early = defect + "-hotfix-1";
		this.patches.pipeline.withdraw(early, "it damages recordings");
		CaseNumber late = this.patches.inTier2(this.story.company(Plan.PREMIUM_PLUS, true));
		this.patches.link(late, "defectNumber", defect.value());
		assertThat(this.story.status(late)).isEqualTo(Status.WAITING_FOR_PATCH);
		String release = this.patches.planAndPublish(defect);
		assertThat(this.patches.lastLetter(number)).contains(release, "takes the place of " + early);
		this.patches.assertFixed(late, release);
	}

	@Test
	void anEarlyFixReachesPriorityCustomersOnly() {
		CaseNumber other = this.patches.reported();
		DefectNumber defect = this.patches.defect(other).number();
		assertThat(this.patches.defects.get(defect).track()).isEqualTo(Track.REGULAR);
		CaseNumber priority = this.patches.inTier2(this.story.company(Plan.PREMIUM_PLUS, true));
		this.patches.link(priority, "defectNumber", defect.value());
		assertThat(this.patches.defects.get(defect).track()).isEqualTo(Track.ACCELERATED);
		assertThat(this.patches.defects.get(defect).dueAt()).isEqualTo("2026-12-23T10:00:00Z");
		this.patches.verified(defect);
		this.story.works();
		String early = defect + "-hotfix-1";
		this.patches.assertFixed(priority, early);
		assertThat(this.patches.release(early).track()).isEqualTo(Track.ACCELERATED);
		assertThat(this.patches.release(early).deliveries()).isEqualTo(new Release.Deliveries(1, 1, 0));
		assertThat(this.story.status(other)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		CaseNumber latePriority = this.patches.inTier2(this.story.company(Plan.PREMIUM_PLUS, true));
		this.patches.link(latePriority, "defectNumber", defect.value());
		this.patches.assertFixed(latePriority, early);
		String release = this.patches.planAndPublish(defect);
		this.patches.assertFixed(other, release);
		assertThat(this.story.timeline(priority)).containsOnlyOnce(What.DELIVERED);
	}

	@Test
	void whoGainsPriorityUpdatesWhenTheFixIsVerifiedGetsItAtOnce() {
		String company = this.story.company(Plan.PREMIUM, false);
		CaseNumber number = this.patches.inTier2(company);
		this.patches.link(number, "defectTitle", "Playback stops after the update");
		DefectNumber defect = this.patches.defect(number).number();
		CaseNumber other = this.patches.linked(defect);
		this.patches.verified(defect);
		this.story.works();
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		gainsPriorityUpdates(company);
		this.story.works();
		String early = defect + "-hotfix-1";
		this.patches.assertFixed(number, early);
		assertThat(this.patches.release(early).track()).isEqualTo(Track.ACCELERATED);
		assertThat(this.story.status(other)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		gainsPriorityUpdates(this.story.cases.get(other).company());
		this.story.works();
		this.patches.assertFixed(other, early);
		this.patches.planAndPublish(defect);
		assertThat(this.story.timeline(number)).containsOnlyOnce(What.DELIVERED);
		assertThat(this.story.timeline(other)).containsOnlyOnce(What.DELIVERED);
	}

	@Test
	void aCaseOfAPriorityCustomerThatIsTiedToAVerifiedDefectGetsTheFixAtOnce() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		this.patches.verified(defect);
		CaseNumber priority = this.patches.inTier2(this.story.company(Plan.PREMIUM_PLUS, true));
		this.patches.link(priority, "defectNumber", defect.value());
		this.patches.assertFixed(priority, defect + "-hotfix-1");
		assertThat(this.story.status(first)).isEqualTo(Status.WAITING_FOR_PATCH);
	}

	@Test
	void whoGainsPriorityUpdatesAfterTheFixWasTakenBackWaitsForItsSuccessor() {
		String company = this.story.company(Plan.PREMIUM, false);
		CaseNumber number = this.patches.inTier2(company);
		this.patches.link(number, "defectTitle", "Playback stops after the update");
		DefectNumber defect = this.patches.defect(number).number();
		String release = this.patches.published(defect);
		this.patches.pipeline.withdraw(release, "it damages recordings");
		gainsPriorityUpdates(company);
		this.story.works();
		assertThat(this.patches.releases.find(defect + "-hotfix-1")).isEmpty();
		assertThat(this.patches.lastLetter(number)).contains(release);
	}

	@Test
	void anOldEarlyFixIsNotWhatWasVerifiedLast() {
		String company = this.story.company(Plan.PREMIUM_PLUS, true);
		CaseNumber first = this.patches.inTier2(company);
		this.patches.link(first, "defectTitle", "Playback stops after the update");
		DefectNumber defect = this.patches.defect(first).number();
		String release = this.patches.published(defect);
		this.patches.assertFixed(first, defect + "-hotfix-1");
		String other = this.story.company(Plan.PREMIUM, false);
		CaseNumber disputed = this.patches.inTier2(other);
		this.patches.link(disputed, "defectNumber", defect.value());
		this.patches.assertFixed(disputed, release);
		this.story.passes(Duration.ofHours(1), disputed);
		this.story.process.reopen(disputed, "still stops");
		this.patches.link(disputed, "defectNumber", defect.value());
		this.patches.verified(defect);
		gainsPriorityUpdates(other);
		this.story.works();
		this.patches.assertFixed(disputed, defect + "-hotfix-2");
	}

	private void gainsPriorityUpdates(String company) {
		this.story.companies.change(company, Plan.PREMIUM, true, Site.standard(java.time.ZoneOffset.UTC));
	}

	@Test
	void anEarlyFixThatDidNotHelpWaitsForTheRelease() {
		CaseNumber number = this.patches.inTier2(this.story.company(Plan.PREMIUM_PLUS, true));
		this.patches.link(number, "defectTitle", "Playback stops after the update");
		DefectNumber defect = this.patches.defect(number).number();
		this.patches.verified(defect);
		this.story.works();
		this.story.process.reopen(number, "still stops");
		this.patches.link(number, "defectNumber", defect.value());
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		this.patches.assertFixed(number, this.patches.planAndPublish(defect));
	}

	@Test
	void aRejectedDefectReturnsItsCasesToTierTwo() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		CaseNumber second = this.patches.linked(defect);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		this.story.complete(defect, "DevelopFix", "outcome", "not-a-defect", "fixNote", "works as documented");
		this.story.works();
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.REJECTED);
		assertThat(this.patches.running(defect)).isFalse();
		assertThat(this.patches.defects.get(defect).cases()).isEmpty();
		assertThat(this.patches.release(release).defects()).isEmpty();
		assertThat(List.of(first, second)).allSatisfy((number) -> {
			assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
			assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
			assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
			assertThat(this.story.timeline(number)).contains(What.DEFECT_UNLINKED);
			assertThat(this.patches.why(number, What.DEFECT_UNLINKED))
				.isEqualTo(defect + ": not-a-defect: works as documented");
		});
		assertThat(this.patches.refusedLink(first, "defectNumber", defect.value())).contains("rejected");
	}

	@Test
	void moreCasesThanABatchAllReturnFromARejectedDefect() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		for (int i = 0; i < RejectDefect.BATCH; i++) {
			this.patches.linked(defect);
		}
		this.story.complete(defect, "DevelopFix", "outcome", "not-a-defect", "fixNote", "works as documented");
		this.story.works();
		assertThat(this.patches.running(defect)).isFalse();
		assertThat(this.patches.defects.get(defect).cases()).isEmpty();
		assertThat(this.story.cases.get(first).tier()).isEqualTo(Tier.TWO);
	}

	@Test
	void aCaseThatAWorkaroundResolvedGetsTheReleaseAsALetter() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		this.story.process.customerWrites(number, "any news?");
		this.story.complete(number, "FollowUp", "outcome", "workaround", "message", "Use the old player.");
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		String release = this.patches.published(defect);
		assertThat(this.story.file(number).resolution().kind()).isEqualTo(ResolutionKind.WORKAROUND);
		assertThat(this.story.cases.messages(number)).last()
			.extracting(Message::body)
			.asString()
			.contains(release, "https://download.example.com");
		assertThat(this.story.timeline(number)).endsWith(What.DELIVERED);
	}

	@Test
	void aWorkaroundGivenWithTheDefectIsToldAtOnce() {
		CaseNumber number = this.patches.inTier2(this.story.company(Plan.PREMIUM, false));
		this.patches.link(number, "defectTitle", "Playback stops", "workaround", "Switch subtitles off.");
		assertThat(this.patches.defect(number).workaround()).isEqualTo("Switch subtitles off.");
		assertThat(this.story.cases.messages(number)).last()
			.extracting(Message::body)
			.isEqualTo("Switch subtitles off.");
		assertThat(this.story.file(number).clocks().get(Target.RESPONSE).state()).isEqualTo(ClockState.MET);
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
	}

	@Test
	void aDefectIsRankedByThoseWhoWait() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		int alone = this.patches.defects.get(defect).rank();
		CaseNumber priority = this.patches.inTier2(this.story.company(Plan.PREMIUM_PLUS, true));
		this.patches.link(priority, "defectNumber", defect.value());
		assertThat(this.patches.defects.get(defect).rank()).isLessThan(alone);
		assertThat(this.story.task(defect, "DevelopFix").getDueDate()).isEqualTo("2026-12-23T10:00:00Z");
		this.story.process.withdraw(priority, "found it ourselves");
		assertThat(this.patches.defects.get(defect).rank()).isEqualTo(alone);
		assertThat(this.patches.defects.get(defect).cases()).containsExactly(first);
		this.patches.revisedToCritical(first);
		assertThat(this.patches.defects.get(defect).severity()).isEqualTo(1);
		assertThat(this.patches.defects.get(defect).dueAt()).isEqualTo("2027-01-22T10:00:00Z");
	}

	@Test
	void aRankGivenByHandStandsUntilTheTableDecidesAgain() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		int byTable = this.patches.defects.get(defect).rank();
		this.patches.pipeline.overrule(defect, 1, null, null, "promised to the board");
		assertThat(this.patches.defects.get(defect).rank()).isEqualTo(1);
		assertThat(this.story.task(defect, "DevelopFix").getPriority()).isEqualTo(99);
		this.patches.linked(defect);
		assertThat(this.patches.defects.get(defect).rank()).isEqualTo(1);
		this.patches.pipeline.overrule(defect, null, null, null, "the board has changed its mind");
		assertThat(this.patches.defects.get(defect).rank()).isBetween(2, byTable);
	}

	@Test
	void aPlanNamesAReleaseThatIsStillToCome() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		this.patches.verified(defect);
		assertThat(this.patches.refused(defect, "PlanRelease", "releaseName", "no such release"))
			.contains("releaseName");
		String out = this.patches.approvedRelease();
		this.patches.pipeline.publish(out);
		assertThat(this.patches.refused(defect, "PlanRelease", "releaseName", out)).contains("releaseName");
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.patches.pipeline.planDefect(out, defect));
	}

	@Test
	void aLinkNamesOneKnownDefect() {
		CaseNumber number = this.patches.inTier2(this.story.company(Plan.PREMIUM, false));
		assertThat(this.patches.refusedLink(number, "defectNumber", "DF-999999")).contains("defectNumber");
		assertThat(this.patches.refusedLink(number, "defectNumber", "DF-1001", "defectTitle", "both"))
			.contains("defect");
		assertThat(this.patches.refusedLink(number)).contains("defect");
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
	}

}
