package org.tierline.lifecycle;

import java.util.List;

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
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseState;
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
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(3, 0));
		this.patches.pipeline.publish(release);
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.RELEASED);
		this.story.works();
		assertThat(List.of(first, second, third)).allSatisfy((number) -> this.patches.assertFixed(number, release));
		assertThat(this.patches.release(release).state()).isEqualTo(ReleaseState.PUBLISHED);
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(3, 3));
		assertThat(this.patches.running(defect)).isFalse();
		assertThat(this.patches.running(release)).isFalse();
	}

	@Test
	void moreCasesThanABatchAreAllDelivered() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		for (int i = 0; i < DeliverPatch.BATCH + 1; i++) {
			this.patches.linked(defect);
		}
		String release = this.patches.published(defect);
		int total = DeliverPatch.BATCH + 2;
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(total, total));
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
		assertThat(this.patches.release(release).deliveries()).isEqualTo(new Release.Deliveries(2, 2));
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
	void aFixThatDidNotHelpIsNotSentAgain() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		this.patches.published(defect);
		this.story.process.reopen(number, "still stops");
		assertThat(this.patches.refusedLink(number, "defectNumber", defect.value())).contains("defectNumber");
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
		this.patches.link(number, "defectTitle", "Stops with subtitles too");
		assertThat(this.patches.defect(number).number()).isNotEqualTo(defect);
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
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
		String early = defect + "-hotfix-1";
		this.patches.assertFixed(priority, early);
		assertThat(this.patches.release(early).track()).isEqualTo(Track.ACCELERATED);
		assertThat(this.patches.release(early).deliveries()).isEqualTo(new Release.Deliveries(1, 1));
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
	void anEarlyFixThatDidNotHelpWaitsForTheRelease() {
		CaseNumber number = this.patches.inTier2(this.story.company(Plan.PREMIUM_PLUS, true));
		this.patches.link(number, "defectTitle", "Playback stops after the update");
		DefectNumber defect = this.patches.defect(number).number();
		this.patches.verified(defect);
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
