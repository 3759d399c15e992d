package org.tierline.lifecycle;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Status;
import org.tierline.cases.What;
import org.tierline.patches.DefectNumber;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer writes where no task stands, and the case moves on before anybody answers.
 */
@ProcessStory
@Import(PatchStory.class)
class FollowUpStoryTests {

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@Test
	void aReplyInTierThreeAnswersAndTheCaseWaitsOn() {
		CaseNumber number = waitingAndAskedAbout();
		this.story.complete(number, "FollowUp", "outcome", "reply", "message", "In two weeks.");
		assertThat(this.story.timeline(number)).endsWith(What.REPLIED, What.ANSWERED);
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
		this.story.process.customerWrites(number, "thank you");
		this.story.complete(number, "FollowUp", "outcome", "nothing");
		assertThat(this.story.openTasks(number)).isEmpty();
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH);
	}

	@Test
	void nothingLetsTheConfirmationPeriodGoOnWithWhatWasLeft() {
		CaseNumber number = answered();
		this.story.passes(Duration.ofDays(4), number);
		this.story.process.customerWrites(number, "thank you");
		this.story.passes(Duration.ofDays(3), number);
		this.story.complete(number, "FollowUp", "outcome", "nothing");
		this.story.passes(Duration.ofHours(23), number);
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		this.story.passes(Duration.ofHours(1), number);
		assertThat(this.story.status(number)).isEqualTo(Status.CLOSED);
	}

	/** R21: what a customer wrote is not closed over because a patch came meanwhile. */
	@Test
	void aQuestionThatNobodyAnsweredBeforeThePatchKeepsTheCaseFromClosing() {
		CaseNumber number = waitingAndAskedAbout();
		this.patches.published(defect(number));
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		this.story.passes(Duration.ofDays(30), number);
		assertThat(this.story.openTasks(number)).containsExactly("FollowUp");
		this.story.complete(number, "FollowUp", "outcome", "reply", "message", "It is in the patch.");
		this.story.passes(Duration.ofDays(5), number);
		assertThat(this.story.status(number)).isEqualTo(Status.CLOSED);
	}

	@Test
	void onceTheWorkGoesOnAFollowUpIsAnsweredOrLeftAndSteersNothing() {
		CaseNumber number = answered();
		this.story.process.customerWrites(number, "it stops again");
		this.story.process.reopen(number, "it stops again");
		assertThat(this.story.openTasks(number)).containsExactly("FollowUp", "TriageCase");
		assertThat(this.patches.refused(number, "FollowUp", "outcome", "workaround", "message", "Use the old player."))
			.contains("outcome");
		assertThat(this.patches.refused(number, "FollowUp", "outcome", "reopen")).contains("outcome");
		this.story.complete(number, "FollowUp", "outcome", "nothing");
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
	}

	@Test
	void aLeftOverFollowUpTakesTheCaseFromNobody() {
		CaseNumber number = answered();
		this.story.process.customerWrites(number, "it stops again");
		this.story.process.reopen(number, "it stops again");
		this.story.tasks.claim(this.story.task(number, "TriageCase").getId(), "tier1");
		this.story.complete(number, "FollowUp", "outcome", "nothing");
		assertThat(this.story.cases.get(number).assignee()).isEqualTo("tier1");
	}

	@Test
	void whoFollowsUpInTierTwoIsNotTakenForTierOne() {
		CaseNumber number = waitingAndAskedAbout();
		DefectNumber defect = defect(number);
		this.story.tasks.claim(this.story.task(number, "FollowUp").getId(), "tier2");
		this.story.complete(number, "FollowUp", "outcome", "nothing");
		this.story.complete(defect, "DevelopFix", "outcome", "not-a-defect", "fixNote", "works as documented");
		this.story.works();
		this.story.complete(number, "InvestigateCase", "outcome", "hand-back", "note", "explain the setting");
		assertThat(this.story.task(number, "TriageCase").getAssignee()).isNull();
	}

	private CaseNumber waitingAndAskedAbout() {
		CaseNumber number = this.patches.reported();
		this.story.process.customerWrites(number, "any news?");
		return number;
	}

	private CaseNumber answered() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.complete(number, "TriageCase", "outcome", "answer", "message", "Restart it.", "resolutionKind",
				"other");
		return number;
	}

	private DefectNumber defect(CaseNumber number) {
		return this.patches.defect(number).number();
	}

}
