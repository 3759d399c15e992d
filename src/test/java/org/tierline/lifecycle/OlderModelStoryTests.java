package org.tierline.lifecycle;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Message;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.customers.Plan;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.ReleaseState;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Processes that were begun on a version of their model that knew less (R21). */
@ProcessStory
@Import({ PatchStory.class, OlderModel.class })
class OlderModelStoryTests {

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@Autowired
	OlderModel older;

	@Autowired
	KnownDefects known;

	@Autowired
	CaseTies ties;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@AfterEach
	void forget() {
		this.older.forget();
	}

	@Test
	void aDefectThatHasNeverHeardOfMergersIsMerged() {
		this.older.without(PatchPipelineModel.KEY, PatchPipelineModel.DEFECT_MERGED);
		CaseNumber second = this.patches.reported();
		DefectNumber duplicate = this.patches.defect(second).number();
		this.older.shippedAgain(PatchPipelineModel.KEY);
		CaseNumber first = this.patches.reported();
		DefectNumber stays = this.patches.defect(first).number();
		assertThat(this.older.isNewest(duplicate, PatchPipelineModel.KEY)).isFalse();
		this.known.merge(duplicate, stays, "the same decoder");
		this.story.works();
		assertThat(this.patches.running(duplicate)).isFalse();
		assertThat(this.patches.defects.get(stays).cases()).containsExactlyInAnyOrder(first, second);
		assertThat(this.story.status(second)).isEqualTo(Status.WAITING_FOR_PATCH);
	}

	@Test
	void aPlannedDefectThatHasNeverHeardOfWithdrawalsIsPlannedAnew() {
		this.older.without(PatchPipelineModel.KEY, PatchPipelineModel.RELEASE_WITHDRAWN);
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		this.older.shippedAgain(PatchPipelineModel.KEY);
		this.patches.verified(defect);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		assertThat(this.older.isNewest(defect, PatchPipelineModel.KEY)).isFalse();
		this.patches.pipeline.withdraw(release, "it damages recordings");
		assertThat(this.story.openTasks(defect)).containsExactly("PlanRelease");
		assertThat(this.older.isNewest(defect, PatchPipelineModel.KEY)).isTrue();
	}

	@Test
	void aCaseThatIsMovedKeepsItsTaskAndItsTimers() {
		this.older.without(SupportCaseModel.KEY, SupportCaseModel.CUSTOMER_WROTE);
		CaseNumber number = this.story.openedHighPremium();
		this.older.shippedAgain(SupportCaseModel.KEY);
		String task = this.story.task(number, "TriageCase").getId();
		Map<String, Date> timers = timers(number);
		this.story.process.customerWrites(number, "It stops on Tuesdays only.");
		assertThat(this.older.isNewest(number, SupportCaseModel.KEY)).isTrue();
		assertThat(this.story.task(number, "TriageCase").getId()).isEqualTo(task);
		assertThat(timers(number)).isEqualTo(timers);
		assertThat(this.story.cases.messages(number)).extracting(Message::body).contains("It stops on Tuesdays only.");
	}

	@Test
	void aCaseThatHasNeverHeardOfTiesIsTied() {
		this.older.without(SupportCaseModel.KEY, SupportCaseModel.DEFECT_TIED);
		CaseNumber number = this.patches.inTier2(this.story.company(Plan.PREMIUM, false));
		this.older.shippedAgain(SupportCaseModel.KEY);
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		this.ties.tie(number, defect.value(), "the same log");
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		assertThat(this.story.openTasks(number)).isEmpty();
		this.patches.assertFixed(number, this.patches.published(defect));
	}

	@Test
	void aStepOfAnotherProcessReachesAnOldCaseToo() {
		this.older.without(SupportCaseModel.KEY, SupportCaseModel.DEFECT_REJECTED);
		CaseNumber number = this.patches.reported();
		DefectNumber defect = this.patches.defect(number).number();
		this.older.shippedAgain(SupportCaseModel.KEY);
		this.story.complete(defect, "DevelopFix", "outcome", "not-a-defect", "fixNote", "works as documented");
		this.story.works();
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
		assertThat(this.older.isNewest(number, SupportCaseModel.KEY)).isTrue();
		assertThat(this.patches.running(defect)).isFalse();
	}

	@Test
	void whatCannotBeginAnewIsRefusedAndChangesNothing() {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String release = this.patches.published(defect);
		this.older.without(PatchPipelineModel.KEY, PatchPipelineModel.DEFECT_RECALLED);
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.patches.pipeline.withdraw(release, "it damages recordings"))
			.withMessageContainingAll("the newest, does not know DefectRecalled", "deploy one that does");
		assertThat(this.patches.release(release).state()).isEqualTo(ReleaseState.PUBLISHED);
	}

	@Test
	void whatCannotBeMovedIsRefusedAndChangesNothing() {
		this.older.without(PatchPipelineModel.KEY, PatchPipelineModel.DEFECT_MERGED, "\"DevelopFix\"", "\"MakeFix\"");
		DefectNumber duplicate = this.patches.defect(this.patches.reported()).number();
		this.older.shippedAgain(PatchPipelineModel.KEY);
		DefectNumber stays = this.patches.defect(this.patches.reported()).number();
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.known.merge(duplicate, stays, "the same decoder"))
			.withMessageContainingAll(duplicate + " runs on version", "does not know DefectMerged", "MakeFix",
					"POST /engine-rest/migration/execute");
		assertThat(this.patches.state(duplicate)).isEqualTo(DefectState.RANKED);
		assertThat(this.story.openTasks(duplicate)).containsExactly("MakeFix");
		assertThat(this.patches.defects.get(duplicate).mergedInto()).isNull();
	}

	@Test
	void aNewestVersionThatDoesNotKnowItEitherIsRefused() {
		DefectNumber stays = this.patches.defect(this.patches.reported()).number();
		this.older.without(PatchPipelineModel.KEY, PatchPipelineModel.DEFECT_MERGED);
		DefectNumber duplicate = this.patches.defect(this.patches.reported()).number();
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.known.merge(duplicate, stays, "the same decoder"))
			.withMessageContaining("deploy one that does");
		assertThat(this.patches.state(duplicate)).isEqualTo(DefectState.RANKED);
	}

	private Map<String, Date> timers(CaseNumber number) {
		List<Job> jobs = this.story.jobs.createJobQuery()
			.processInstanceId(this.story.instance(number).getId())
			.timers()
			.list();
		assertThat(jobs).hasSizeGreaterThan(1);
		return jobs.stream().collect(Collectors.toMap(Job::getId, Job::getDuedate));
	}

}
