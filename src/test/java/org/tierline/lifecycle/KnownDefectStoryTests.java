package org.tierline.lifecycle;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Channel;
import org.tierline.cases.ClockState;
import org.tierline.cases.Impact;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Message;
import org.tierline.cases.Opening;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.cases.Visibility;
import org.tierline.cases.What;
import org.tierline.customers.Contact;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectEvent;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Description;
import org.tierline.patches.SimilarDefects;
import org.tierline.patches.Track;
import org.tierline.patches.Vehicle;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Many cases, one defect (R13): known, tied, untied, merged, helped meanwhile. */
@ProcessStory
@Import(PatchStory.class)
class KnownDefectStoryTests {

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@Autowired
	CaseTies ties;

	@Autowired
	KnownDefects known;

	@Autowired
	SimilarDefects similar;

	@Autowired
	CaseTaskFacts facts;

	@Autowired
	WorkaroundTelling telling;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
		this.telling.work();
	}

	@Test
	void aDefectIsReportedWithProductVersionsAndWorkaround() {
		CaseNumber number = inTier2();
		this.patches.link(number, "defectTitle", " Decoder leaks ", "defectProduct", "Decoder", "affectedVersions",
				"12.0, 12.1;", "workaround", "Restart it.");
		Defect defect = this.patches.defect(number);
		assertThat(defect.title()).isEqualTo("Decoder leaks");
		assertThat(defect.product()).isEqualTo("Decoder");
		assertThat(defect.affectedVersions()).containsExactly("12.0", "12.1");
		assertThat(defect.workaround()).isEqualTo("Restart it.");
	}

	@Test
	void aDefectIsDescribedAnewAndItsHistorySaysWhy() {
		DefectNumber defect = defect(this.patches.reported());
		this.known.describe(defect, new Description("Decoder leaks", null, List.of("12.2")), "found in 12.2");
		assertThat(this.patches.defects.get(defect).title()).isEqualTo("Decoder leaks");
		assertThat(this.patches.defects.get(defect).affectedVersions()).containsExactly("12.2");
		assertThat(this.patches.defects.history(defect, 50)).filteredOn((event) -> event.what().equals("described"))
			.singleElement()
			.extracting(DefectEvent::why)
			.isEqualTo("Decoder leaks, 12.2: found in 12.2");
		assertThat(
				this.story.runtime.getVariable(this.story.task(defect, "DevelopFix").getProcessInstanceId(), "subject"))
			.isEqualTo("Decoder leaks");
	}

	@Test
	void aKnownDefectIsFoundByItsTitleItsWorkaroundAndWhatCustomersCallIt() {
		String word = "w" + UUID.randomUUID().toString().replace("-", "");
		String other = "x" + word;
		CaseNumber first = inTier2("The picture freezes " + word, "It was fine.");
		this.patches.link(first, "defectTitle", "Decoder stops " + other, "workaround", "Switch to y" + word);
		DefectNumber defect = defect(first);
		assertThat(found("Nothing moves: " + word)).containsExactly(defect);
		assertThat(found("It stopped, " + other + " says the log")).first().isEqualTo(defect);
		assertThat(found("Must I y" + word + "?")).containsExactly(defect);
		assertThat(found("z" + word)).isEmpty();
		assertThat(this.similar.to(this.story.cases.get(first), null, 5)).extracting(SimilarDefects.Similar::number)
			.doesNotContain(defect);
		CaseNumber second = inTier2(word + " again", "It was fine.");
		assertThat(this.facts.of("support-case", second.value(), "InvestigateCase").get("similarDefects")).asString()
			.contains("1 case", "has a workaround", other);
		assertThat(this.facts.of("support-case", second.value(), "TriageCase")).doesNotContainKey("similarDefects");
	}

	@Test
	void aTitleThatHasMoreOfTheWordsComesFirst() {
		String word = "q" + UUID.randomUUID().toString().replace("-", "");
		CaseNumber weak = this.patches.reported();
		this.known.describe(defect(weak), new Description("Sound of " + word, "Mixer", List.of()), "words");
		CaseNumber strong = this.patches.reported();
		this.known.describe(defect(strong), new Description("Freezing pictures of " + word, "Player", List.of()),
				"words");
		assertThat(found("Pictures freeze: " + word)).containsExactly(defect(strong), defect(weak));
	}

	@Test
	void aCaseInTierTwoIsTiedWithoutItsTask() {
		DefectNumber defect = defect(this.patches.reported());
		CaseNumber number = inTier2();
		this.ties.tie(number, defect.value(), "the same log");
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.THREE);
		assertThat(this.story.openTasks(number)).isEmpty();
		assertThat(defect(number)).isEqualTo(defect);
		assertThat(this.patches.why(number, What.DEFECT_LINKED))
			.isEqualTo(defect + ": Playback stops after the update (the same log)");
		assertThat(this.story.file(number).clocks().get(Target.RESOLUTION).state()).isEqualTo(ClockState.PAUSED);
	}

	@Test
	void aCaseThatWaitsForItsCustomerIsTiedAndTheQuestionDoesNotMatterAnyMore() {
		DefectNumber defect = defect(this.patches.reported());
		CaseNumber number = inTier2();
		this.story.complete(number, "InvestigateCase", "outcome", "ask", "message", "Which version?");
		this.ties.tie(number, defect.value(), "the same log");
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		this.story.passes(java.time.Duration.ofDays(3), number);
		assertThat(this.story.cases.messages(number)).extracting(Message::occasion)
			.doesNotContain(org.tierline.cases.Occasion.REMINDER);
		this.story.process.customerWrites(number, "12.1");
		assertThat(this.story.openTasks(number)).containsExactly("FollowUp");
	}

	@Test
	void aCaseInTierThreeWaitsForAnotherDefectInstead() {
		CaseNumber number = this.patches.reported();
		DefectNumber left = defect(number);
		DefectNumber right = defect(this.patches.reported());
		this.ties.tie(number, right.value(), "the log says so");
		this.ties.tie(number, right.value(), "the log says so");
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.patches.defects.get(left).cases()).isEmpty();
		assertThat(this.patches.defects.get(right).cases()).hasSize(2).contains(number);
		assertThat(this.patches.work.demand(right).orElseThrow().companies()).isEqualTo(2);
		assertThat(this.story.timeline(number)).endsWith(What.DEFECT_LINKED, What.DEFECT_UNLINKED, What.DEFECT_LINKED);
	}

	@Test
	void aResolvedCaseThatIsTiedGetsTheReleaseAsALetter() {
		DefectNumber defect = defect(this.patches.reported());
		CaseNumber number = inTier2();
		this.story.complete(number, "InvestigateCase", "outcome", "solve", "message", "Use the old player.",
				"resolutionKind", "workaround");
		this.ties.tie(number, defect.value(), "the cure comes later");
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		String release = this.patches.published(defect);
		assertThat(this.story.cases.messages(number)).last().extracting(Message::body).asString().contains(release);
		assertThat(this.story.timeline(number)).endsWith(What.DELIVERED);
	}

	@Test
	void aCaseInTierThreeThatIsTiedToAReleasedDefectGetsTheFixAtOnce() {
		DefectNumber released = defect(this.patches.reported());
		String release = this.patches.published(released);
		CaseNumber number = this.patches.reported();
		this.ties.tie(number, released.value(), "the same");
		this.patches.assertFixed(number, release);
	}

	@Test
	void whatCannotBeTiedIsRefusedAndChangesNothing() {
		DefectNumber defect = defect(this.patches.reported());
		CaseNumber tierOne = this.story.openedHighPremium();
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.ties.tie(tierOne, defect.value(), "the same"));
		CaseNumber withdrawn = inTier2();
		this.story.process.withdraw(withdrawn, "found it");
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.ties.tie(withdrawn, defect.value(), "the same"));
		CaseNumber number = inTier2();
		assertThatExceptionOfType(InputRefused.class).isThrownBy(() -> this.ties.tie(number, "DF-999999", "the same"))
			.satisfies((ex) -> assertThat(ex.problems().get(0).field()).isEqualTo("defect"));
		this.story.complete(defect, "DevelopFix", "outcome", "not-a-defect", "fixNote", "works as documented");
		this.story.works();
		assertThatExceptionOfType(InputRefused.class)
			.isThrownBy(() -> this.ties.tie(number, defect.value(), "the same"));
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.ties.untie(number, "not tied"));
	}

	@Test
	void anUntiedCaseGoesBackToTierTwoAndTheDefectIsRankedAnew() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = defect(first);
		CaseNumber second = this.patches.linked(defect);
		this.ties.untie(second, "another player");
		assertThat(this.story.status(second)).isEqualTo(Status.OPEN);
		assertThat(this.story.cases.get(second).tier()).isEqualTo(Tier.TWO);
		assertThat(this.story.openTasks(second)).containsExactly("InvestigateCase");
		assertThat(this.patches.why(second, What.DEFECT_UNLINKED)).isEqualTo(defect + ": another player");
		assertThat(this.patches.why(second, What.HANDED_BACK)).isEqualTo(defect + ": another player");
		assertThat(this.story.file(second).clocks().get(Target.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
		assertThat(this.patches.defects.get(defect).cases()).containsExactly(first);
		assertThat(this.patches.defects.history(defect, 50)).filteredOn((event) -> event.what().equals("ranked"))
			.last()
			.extracting(DefectEvent::why)
			.asString()
			.contains("1 companies");
	}

	@Test
	void aWorkaroundReachesEveryCaseThatWaitsOnce() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = defect(first);
		CaseNumber second = this.patches.linked(defect);
		assertThat(this.story.file(second).clocks().get(Target.RESPONSE).state()).isNotEqualTo(ClockState.MET);
		this.known.keepWorkaround(defect, "Switch subtitles off.");
		this.telling.work();
		this.telling.work();
		assertThat(List.of(first, second)).allSatisfy((number) -> {
			assertThat(told(number)).containsExactly("Switch subtitles off.");
			assertThat(this.story.file(number).clocks().get(Target.RESPONSE).state()).isEqualTo(ClockState.MET);
			assertThat(this.story.timeline(number)).endsWith(What.ANSWERED);
			assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		});
		this.known.keepWorkaround(defect, "Switch subtitles off.");
		this.telling.work();
		assertThat(told(first)).hasSize(1);
	}

	@Test
	void anEditedWorkaroundIsToldAgainAndALateCaseHearsTheNewestOne() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = defect(first);
		this.known.keepWorkaround(defect, "Switch subtitles off.");
		this.known.keepWorkaround(defect, "Use the old player.");
		this.telling.work();
		assertThat(told(first)).containsExactly("Use the old player.");
		CaseNumber late = this.patches.linked(defect);
		assertThat(told(late)).containsExactly("Use the old player.");
		CaseNumber tied = inTier2();
		this.ties.tie(tied, defect.value(), "the same");
		assertThat(told(tied)).containsExactly("Use the old player.");
		this.ties.untie(tied, "not the same");
		this.ties.tie(tied, defect.value(), "the same after all");
		this.telling.work();
		assertThat(told(tied)).hasSize(1);
	}

	@Test
	void aWorkaroundFoundWithALateCaseReachesTheOthersToo() {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = defect(first);
		CaseNumber late = inTier2();
		this.patches.link(late, "defectNumber", defect.value(), "workaround", "Restart it.");
		assertThat(told(late)).containsExactly("Restart it.");
		this.telling.work();
		assertThat(told(first)).containsExactly("Restart it.");
		assertThat(told(late)).hasSize(1);
	}

	@Test
	void whoWaitsAnewBecauseAReleaseWasTakenBackHearsTheWorkaround() {
		CaseNumber delivered = this.patches.reported();
		DefectNumber defect = defect(delivered);
		CaseNumber waiting = this.patches.linked(defect);
		this.patches.breakLetters(waiting);
		String release = this.patches.published(defect);
		this.patches.pipeline.withdraw(release, "it damages recordings");
		this.patches.mendLetters(waiting);
		assertThat(this.story.status(waiting)).isEqualTo(Status.WAITING_FOR_PATCH);
		this.known.keepWorkaround(defect, "Use the old player.");
		this.telling.work();
		assertThat(told(waiting)).containsExactly("Use the old player.");
	}

	@Test
	void whoDoesNotWaitIsToldNoWorkaround() {
		CaseNumber withdrawn = this.patches.reported();
		DefectNumber defect = defect(withdrawn);
		CaseNumber untied = this.patches.linked(defect);
		CaseNumber waits = this.patches.linked(defect);
		this.known.keepWorkaround(defect, "Restart it.");
		this.story.process.withdraw(withdrawn, "found it");
		this.ties.untie(untied, "another player");
		this.telling.work();
		assertThat(told(withdrawn)).isEmpty();
		assertThat(told(untied)).isEmpty();
		assertThat(told(waits)).hasSize(1);
		this.patches.published(defect);
		this.known.keepWorkaround(defect, "Use the old player.");
		this.telling.work();
		assertThat(told(waits)).hasSize(1);
	}

	@Test
	void theCasesOfADuplicateGoToTheDefectThatStays() {
		CaseNumber first = this.patches.reported();
		DefectNumber stays = defect(first);
		CaseNumber second = critical();
		DefectNumber duplicate = defect(second);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, duplicate);
		this.known.keepWorkaround(duplicate, "Restart it.");
		this.telling.work();
		this.known.merge(duplicate, stays, "the same decoder");
		assertThat(this.story.openTasks(duplicate)).isEmpty();
		this.story.works();
		this.telling.work();
		assertThat(this.patches.running(duplicate)).isFalse();
		assertThat(this.patches.running(stays)).isTrue();
		assertThat(this.patches.defects.get(stays).cases()).containsExactly(first, second);
		assertThat(this.patches.defects.get(stays).severity()).isEqualTo(1);
		Defect merged = this.patches.defects.get(duplicate);
		assertThat(merged.state()).isEqualTo(DefectState.REJECTED);
		assertThat(merged.mergedInto()).isEqualTo(stays);
		assertThat(merged.cases()).isEmpty();
		assertThat(this.patches.release(release).defects()).isEmpty();
		assertThat(this.story.status(second)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.patches.why(second, What.DEFECT_UNLINKED)).isEqualTo(duplicate + ": merged into " + stays);
		assertThat(this.patches.why(second, What.DEFECT_LINKED)).startsWith(stays.value());
		assertThat(told(first)).containsExactly("Restart it.");
		assertThat(told(second)).containsExactly("Restart it.");
		CaseNumber late = this.patches.linked(duplicate);
		assertThat(defect(late)).isEqualTo(stays);
		String out = this.patches.published(stays);
		assertThat(List.of(first, second, late)).allSatisfy((number) -> this.patches.assertFixed(number, out));
	}

	@Test
	void moreCasesThanABatchAllGoToTheDefectThatStays() {
		CaseNumber first = this.patches.reported();
		DefectNumber duplicate = defect(first);
		for (int i = 0; i < MergeDefect.BATCH; i++) {
			this.patches.linked(duplicate);
		}
		DefectNumber stays = defect(this.patches.reported());
		this.known.merge(duplicate, stays, "the same");
		this.story.works();
		assertThat(this.patches.defects.get(stays).cases()).hasSize(MergeDefect.BATCH + 2);
		assertThat(this.patches.running(duplicate)).isFalse();
	}

	@Test
	void aDuplicateOfAReleasedDefectBringsItsCasesTheFixAtOnce() {
		DefectNumber released = defect(this.patches.reported());
		String release = this.patches.published(released);
		CaseNumber number = this.patches.reported();
		DefectNumber duplicate = defect(number);
		this.known.merge(duplicate, released, "the same");
		this.story.works();
		this.patches.assertFixed(number, release);
	}

	@Test
	void aCaseThatTheFixOfTheDefectThatStaysDidNotHelpGoesBackToTierTwo() {
		CaseNumber number = this.patches.reported();
		DefectNumber released = defect(number);
		this.patches.published(released);
		this.story.process.reopen(number, "still stops");
		this.patches.link(number, "defectTitle", "Stops all the same");
		DefectNumber duplicate = defect(number);
		this.known.merge(duplicate, released, "the same");
		this.story.works();
		assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
		assertThat(this.patches.why(number, What.HANDED_BACK)).contains(released.value(), duplicate.value());
	}

	@Test
	void whenTheDefectThatStaysIsRejectedMeanwhileNoCaseIsLeftBehind() {
		CaseNumber number = this.patches.reported();
		DefectNumber duplicate = defect(number);
		DefectNumber stays = defect(this.patches.reported());
		this.known.merge(duplicate, stays, "the same");
		this.story.complete(stays, "DevelopFix", "outcome", "not-a-defect", "fixNote", "works as documented");
		worksAlone(stays);
		assertThat(this.patches.running(stays)).isFalse();
		this.story.works();
		assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
		assertThat(this.patches.why(number, What.HANDED_BACK)).contains("works as documented");
		assertThat(this.patches.running(duplicate)).isFalse();
	}

	@Test
	void aChainOfMergersEndsAtTheDefectThatStays() {
		CaseNumber number = this.patches.reported();
		DefectNumber first = defect(number);
		DefectNumber second = defect(this.patches.reported());
		DefectNumber third = defect(this.patches.reported());
		this.known.merge(first, second, "the same");
		this.known.merge(second, third, "the same");
		this.story.works();
		assertThat(this.patches.defects.survivor(first)).isEqualTo(third);
		assertThat(defect(number)).isEqualTo(third);
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.known.merge(third, first, "no"))
			.withMessageContaining("merged into " + second);
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.known.merge(first, third, "no"));
		assertThatExceptionOfType(InputRefused.class).isThrownBy(() -> this.known.merge(third, third, "no"));
	}

	@Test
	void rankVehicleAndTrackAreOverruledAndTakenBack() {
		DefectNumber defect = defect(this.patches.reported());
		Defect byTable = this.patches.defects.get(defect);
		this.patches.pipeline.overrule(defect, null, Vehicle.HOTFIX, Track.ACCELERATED, "promised");
		Defect overruled = this.patches.defects.get(defect);
		assertThat(overruled.rank()).isEqualTo(byTable.rank());
		assertThat(overruled.vehicle()).isEqualTo(Vehicle.HOTFIX).isNotEqualTo(byTable.vehicle());
		assertThat(overruled.track()).isEqualTo(Track.ACCELERATED).isNotEqualTo(byTable.track());
		assertThat(this.patches.defects.ruling(defect)).isPresent();
		this.patches.pipeline.overrule(defect, null, null, null, "a mistake");
		assertThat(this.patches.defects.get(defect).vehicle()).isEqualTo(byTable.vehicle());
		assertThat(this.patches.defects.ruling(defect)).isEmpty();
		assertThat(this.patches.defects.history(defect, 50)).extracting(DefectEvent::what)
			.containsSubsequence("overruled", "table-decides");
	}

	@Test
	void aDefectThatNobodyWaitsForIsOverruledToo() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = defect(number);
		this.ties.untie(number, "another player");
		this.patches.pipeline.overrule(defect, 1, null, null, "it will come back");
		assertThat(this.patches.defects.get(defect).rank()).isEqualTo(1);
	}

	@Test
	void whoGainsPriorityUpdatesOrABetterPlanIsRankedAnew() {
		String company = this.story.company(Plan.STANDARD, false);
		CaseNumber number = this.patches.inTier2(company);
		this.patches.link(number, "defectTitle", "Playback stops");
		DefectNumber defect = defect(number);
		int rank = this.patches.defects.get(defect).rank();
		this.story.companies.change(company, Plan.STANDARD, true, Site.standard(java.time.ZoneOffset.UTC));
		assertThat(this.patches.defects.get(defect).track()).isEqualTo(Track.ACCELERATED);
		assertThat(this.patches.defects.get(defect).rank()).isLessThan(rank);
		assertThat(this.patches.defects.get(defect).dueAt()).isEqualTo("2026-12-23T10:00:00Z");
		assertThat(this.story.task(defect, "DevelopFix").getDueDate()).isEqualTo("2026-12-23T10:00:00Z");
		this.story.companies.change(company, Plan.PREMIUM_PLUS, false, Site.standard(java.time.ZoneOffset.UTC));
		assertThat(this.patches.work.demand(defect).orElseThrow().bestPlan()).isEqualTo(Plan.PREMIUM_PLUS);
		assertThat(this.patches.defects.get(defect).track()).isEqualTo(Track.REGULAR);
	}

	@Test
	void aRankingThatSaysNothingNewIsNotKept() {
		CaseNumber number = this.patches.reported();
		DefectNumber defect = defect(number);
		this.patches.pipeline.defectChanged(defect);
		this.patches.pipeline.defectChanged(defect);
		assertThat(this.patches.defects.history(defect, 50)).extracting(DefectEvent::what).containsOnlyOnce("ranked");
	}

	/** The steps of that defect's process, before those of any other. */
	private void worksAlone(DefectNumber defect) {
		String instance = this.story.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(defect.value())
			.singleResult()
			.getId();
		this.story.jobs.createJobQuery()
			.processInstanceId(instance)
			.list()
			.forEach((job) -> this.story.jobs.executeJob(job.getId()));
	}

	private CaseNumber inTier2() {
		return this.patches.inTier2(this.story.company(Plan.PREMIUM, false));
	}

	private CaseNumber inTier2(String subject, String details) {
		CaseNumber number = this.story.process.open(new Opening(this.story.company(Plan.PREMIUM, false),
				new Contact("Kim Example", "kim@example.test", null), "Player", subject, details, Impact.SEVERAL,
				Urgency.STOPPED, Channel.WEB, null));
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "a bug", "handoffMode",
				"direct");
		return number;
	}

	private CaseNumber critical() {
		CaseNumber number = this.patches.reported();
		this.patches.revisedToCritical(number);
		return number;
	}

	private DefectNumber defect(CaseNumber number) {
		return this.patches.defect(number).number();
	}

	private List<DefectNumber> found(String subject) {
		return this.similar.to(this.story.cases.get(inTier2(subject, "-")), null, 5)
			.stream()
			.map(SimilarDefects.Similar::number)
			.toList();
	}

	/** What a person wrote to the customer. */
	private List<String> told(CaseNumber number) {
		return this.story.cases.messages(number)
			.stream()
			.filter((message) -> message.visibility() == Visibility.PUBLIC
					&& message.occasion() == org.tierline.cases.Occasion.ANSWERED)
			.map(Message::body)
			.toList();
	}

}
