package org.tierline.lifecycle;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockState;
import org.tierline.cases.Escalation;
import org.tierline.cases.EscalationReason;
import org.tierline.cases.HandoffMode;
import org.tierline.cases.Impact;
import org.tierline.cases.Message;
import org.tierline.cases.Occasion;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/** One story per path through {@code support-case}. */
@ProcessStory
class SupportCaseStoryTests {

	@Autowired
	Story story;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@Test
	void anOpenedCaseIsPromisedAndWaitsInTierOne() {
		CaseNumber number = this.story.openedHighPremium();
		CaseFile file = this.story.file(number);
		assertThat(file.supportCase().severity()).isEqualTo(2);
		assertThat(file.supportCase().tier()).isEqualTo(Tier.ONE);
		assertThat(file.clocks().get(Target.RESPONSE).dueAt()).isEqualTo("2026-11-24T14:00:00Z");
		assertThat(file.clocks().get(Target.RESOLUTION).dueAt()).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(this.story.timeline(number)).containsExactly(What.OPENED, What.PROMISED, What.ACKNOWLEDGED);
		assertThat(this.story.instance(number)).isWaitingAt("TriageCase", "DeadlineDue").hasBusinessKey(number.value());
	}

	@Test
	void theAcknowledgementIsNoAnswer() {
		CaseNumber number = this.story.openedHighPremium();
		assertThat(this.story.cases.messages(number)).hasSize(1);
		assertThat(state(number, Target.RESPONSE)).isEqualTo(ClockState.RUNNING);
	}

	@Test
	void aCaseAnsweredAtOnceIsResolvedAndClosedByTheCustomer() {
		CaseNumber number = this.story.openedHighPremium();
		answered(number);
		CaseFile file = this.story.file(number);
		assertThat(file.supportCase().status()).isEqualTo(Status.RESOLVED);
		assertThat(file.resolution().kind()).isEqualTo(ResolutionKind.OTHER);
		assertThat(state(number, Target.RESPONSE)).isEqualTo(ClockState.MET);
		assertThat(state(number, Target.RESOLUTION)).isEqualTo(ClockState.MET);
		this.story.process.confirm(number);
		assertThat(this.story.status(number)).isEqualTo(Status.CLOSED);
		assertThat(this.story.instance(number)).isNull();
		assertThat(this.story.timeline(number)).endsWith(What.RESOLVED, What.CLOSED);
	}

	@Test
	void anAskedCustomerRepliesAndTheClockStoodStill() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.clock.pass(Duration.ofHours(1));
		asked(number);
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_CUSTOMER);
		assertThat(state(number, Target.RESPONSE)).isEqualTo(ClockState.MET);
		assertThat(state(number, Target.RESOLUTION)).isEqualTo(ClockState.PAUSED);
		assertThat(this.story.file(number).clocks().get(Target.RESOLUTION).remaining()).isEqualTo(Duration.ofHours(23));
		this.story.clock.pass(Duration.ofDays(1));
		this.story.process.customerWrites(number, "Chromium");
		assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
		assertThat(this.story.file(number).clocks().get(Target.RESOLUTION).dueAt()).isEqualTo("2026-11-27T10:00:00Z");
		assertThat(state(number, Target.UPDATE)).isEqualTo(ClockState.RUNNING);
	}

	@Test
	void aSilentCustomerIsRemindedThreeTimesThenTheTaskReturns() {
		CaseNumber number = this.story.openedHighPremium();
		asked(number);
		this.story.passes(Duration.ofDays(7), number);
		assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_CUSTOMER);
		this.story.passes(Duration.ofDays(5), number);
		assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
		assertThat(this.story.cases.get(number).silent()).isTrue();
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
		assertThat(this.story.cases.messages(number).stream().map(Message::body))
			.filteredOn((b) -> b.contains("waits for"))
			.hasSize(3);
	}

	@Test
	void aCustomerWhoIsSilentInTierTwoReturnsThere() {
		CaseNumber number = this.story.openedHighPremium();
		escalated(number, "direct");
		this.story.complete(number, "InvestigateCase", "outcome", "ask", "message", "Which driver?");
		this.story.passes(Duration.ofDays(12), number);
		assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
		assertThat(this.story.cases.get(number).silent()).isTrue();
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
	}

	@Test
	void aTechnicianEscalatesDirectly() {
		CaseNumber number = this.story.openedHighPremium();
		escalated(number, "direct");
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
		Escalation escalation = this.story.file(number).escalations().get(0);
		assertThat(escalation.reason()).isEqualTo(EscalationReason.REQUESTED);
		assertThat(escalation.note()).isEqualTo("needs the product team");
	}

	@Test
	void togetherTierOneAssistsUntilTierTwoIsDone() {
		CaseNumber number = this.story.openedHighPremium();
		escalated(number, "together");
		assertThat(this.story.openTasks(number)).containsExactly("AssistTier2", "InvestigateCase");
		this.story.complete(number, "InvestigateCase", "outcome", "ask", "message", "Which driver?");
		assertThat(this.story.openTasks(number)).containsExactly("AssistTier2");
		this.story.process.customerWrites(number, "535");
		assertThat(this.story.openTasks(number)).containsExactly("AssistTier2", "InvestigateCase");
		solved(number);
		assertThat(this.story.openTasks(number)).isEmpty();
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
	}

	@Test
	void anAssistanceGivenIsAnInternalNote() {
		CaseNumber number = this.story.openedHighPremium();
		escalated(number, "together");
		this.story.complete(number, "AssistTier2", "note", "It is the codec.");
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
		assertThat(this.story.cases.messages(number)).last().extracting(Message::body).isEqualTo("It is the codec.");
	}

	@Test
	void theHandoffIsChangedBackAndForth() {
		CaseNumber number = this.story.openedHighPremium();
		escalated(number, "direct");
		this.story.process.handOff(number, HandoffMode.TOGETHER);
		assertThat(this.story.openTasks(number)).containsExactly("AssistTier2", "InvestigateCase");
		this.story.process.handOff(number, HandoffMode.TOGETHER);
		assertThat(this.story.openTasks(number)).containsExactly("AssistTier2", "InvestigateCase");
		this.story.process.handOff(number, HandoffMode.DIRECT);
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
	}

	@Test
	void anUntouchedCaseClimbsToTierTwoByItself() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(3), number);
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
		CaseFile file = this.story.file(number);
		assertThat(file.escalations()).hasSize(1);
		assertThat(file.escalations().get(0).reason()).isEqualTo(EscalationReason.TARGET_RESOLUTION_TIME);
		assertThat(file.escalations().get(0).at()).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(file.clocks().get(Target.RESOLUTION).breachedAt()).isEqualTo("2026-11-26T10:00:00Z");
		assertThat(this.story.timeline(number)).containsSubsequence(What.WARNED, What.BREACHED, What.ESCALATED);
	}

	@Test
	void eachWarningAndBreachIsToldOnce() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(20), number);
		assertThat(this.story.timeline(number)).filteredOn(What.WARNED::equals).hasSize(2);
		assertThat(this.story.timeline(number)).filteredOn(What.BREACHED::equals).hasSize(2);
	}

	@Test
	void aCaseHandedBackAfterItsBreachDoesNotBounce() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.passes(Duration.ofDays(3), number);
		this.story.complete(number, "InvestigateCase", "outcome", "hand-back", "note", "is documented");
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.ONE);
		this.story.passes(Duration.ofDays(10), number);
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
	}

	@Test
	void aCaseHandedBackBeforeItsBreachStillClimbs() {
		CaseNumber number = this.story.openedHighPremium();
		escalated(number, "direct");
		this.story.complete(number, "InvestigateCase", "outcome", "hand-back", "note", "is documented");
		this.story.passes(Duration.ofDays(3), number);
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
	}

	@Test
	void tierTwoSolvesWithAWorkaround() {
		CaseNumber number = this.story.openedHighPremium();
		escalated(number, "direct");
		solved(number);
		assertThat(this.story.file(number).resolution().kind()).isEqualTo(ResolutionKind.WORKAROUND);
		assertThat(this.story.cases.get(number).tier()).isEqualTo(Tier.TWO);
	}

	@Test
	void aCallIsTriedThreeTimesThenTheCaseGoesOnInWriting() {
		CaseNumber number = this.story.opened(this.story.company(Plan.PREMIUM, false), Impact.ONE, Urgency.HINDERED,
				Story.MONDAY.plus(Duration.ofHours(2)));
		for (int i = 0; i < 3; i++) {
			assertThat(this.story.openTasks(number)).containsExactly("CallBack");
			this.story.complete(number, "CallBack", "outcome", "not-reached", "callNote", "nobody there");
		}
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
		assertThat(state(number, Target.RESPONSE)).isEqualTo(ClockState.RUNNING);
	}

	@Test
	void aReachedCallMeetsTheResponseTarget() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.complete(number, "TriageCase", "outcome", "call-back", "callBackAt", "2026-11-23T15:00:00Z");
		assertThat(this.story.task(number, "CallBack").getDueDate())
			.hasTime(java.time.Instant.parse("2026-11-23T15:00:00Z").toEpochMilli());
		this.story.complete(number, "CallBack", "outcome", "reached", "callNote", "explained");
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
		assertThat(state(number, Target.RESPONSE)).isEqualTo(ClockState.MET);
	}

	@Test
	void aCustomerWhoDisagreesIsBackWithTheTierThatSolvedIt() {
		CaseNumber one = this.story.openedHighPremium();
		answered(one);
		this.story.process.reopen(one, "still stops");
		assertThat(this.story.openTasks(one)).containsExactly("TriageCase");
		assertThat(state(one, Target.RESOLUTION)).isEqualTo(ClockState.RUNNING);
		CaseNumber two = this.story.openedHighPremium();
		escalated(two, "direct");
		solved(two);
		this.story.process.reopen(two, "still stops");
		assertThat(this.story.openTasks(two)).containsExactly("InvestigateCase");
		assertThat(this.story.timeline(two)).endsWith(What.DISAGREED);
	}

	@Test
	void silenceForTheConfirmationPeriodCloses() {
		CaseNumber number = this.story.openedHighPremium();
		answered(number);
		this.story.passes(Duration.ofDays(5).minusSeconds(1), number);
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		this.story.passes(Duration.ofSeconds(1), number);
		assertThat(this.story.status(number)).isEqualTo(Status.CLOSED);
	}

	@Test
	void oneLetterTellsOfTheClosingAndAsksHowWeDid() {
		CaseNumber silent = this.story.openedHighPremium();
		answered(silent);
		this.story.passes(Duration.ofDays(5), silent);
		assertThat(lettersAfterTheResolution(silent)).containsExactly(Occasion.CLOSED);
		CaseNumber confirmed = this.story.openedHighPremium();
		answered(confirmed);
		this.story.process.confirm(confirmed);
		assertThat(lettersAfterTheResolution(confirmed)).containsExactly(Occasion.SURVEY);
	}

	@Test
	void aSecondClosingIsToldAsTheFirstWas() {
		CaseNumber number = this.story.openedHighPremium();
		answered(number);
		this.story.passes(Duration.ofDays(5), number);
		this.story.process.reopen(number, "still stops");
		this.story.passes(Duration.ofMinutes(1), number);
		answered(number);
		this.story.process.confirm(number);
		assertThat(lettersAfterTheResolution(number)).containsExactly(Occasion.SURVEY);
	}

	private List<Occasion> lettersAfterTheResolution(CaseNumber number) {
		List<Occasion> letters = this.story.cases.messages(number).stream().map(Message::occasion).toList();
		return letters.subList(letters.lastIndexOf(Occasion.RESOLVED) + 1, letters.size());
	}

	@Test
	void aMessageToAResolvedCaseOpensOneFollowUpAndThePeriodWaits() {
		CaseNumber number = this.story.openedHighPremium();
		answered(number);
		this.story.process.customerWrites(number, "one more question");
		this.story.process.customerWrites(number, "and another");
		assertThat(this.story.openTasks(number)).containsExactly("FollowUp");
		this.story.passes(Duration.ofDays(30), number);
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		this.story.complete(number, "FollowUp", "outcome", "reply", "message", "Here it is.");
		this.story.passes(Duration.ofDays(5), number);
		assertThat(this.story.status(number)).isEqualTo(Status.CLOSED);
	}

	@Test
	void aFollowUpReopensWhenThePersonSaysSo() {
		CaseNumber number = this.story.openedHighPremium();
		answered(number);
		this.story.process.customerWrites(number, "it stops again");
		this.story.complete(number, "FollowUp", "outcome", "reopen");
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
		assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
	}

	@Test
	void aWithdrawnCaseIsOverAndItsCustomersNextMessageIsANewCase() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.process.withdraw(number, "found it ourselves");
		assertThat(this.story.status(number)).isEqualTo(Status.WITHDRAWN);
		assertThat(this.story.instance(number)).isNull();
		assertThat(state(number, Target.RESOLUTION)).isEqualTo(ClockState.NONE);
		Message message = this.story.process.customerWrites(number, "now it is back");
		assertThat(message.number()).isNotEqualTo(number);
		assertThat(this.story.status(message.number())).isEqualTo(Status.OPEN);
	}

	@Test
	void aClosedCaseIsReopenedWithinFourteenDaysAndNoLonger() {
		CaseNumber number = closed();
		this.story.clock.pass(Duration.ofDays(13));
		this.story.process.reopen(number, "it is back");
		assertThat(this.story.status(number)).isEqualTo(Status.OPEN);
		assertThat(this.story.openTasks(number)).containsExactly("TriageCase");
		assertThat(this.story.timeline(number)).endsWith(What.REOPENED);
		CaseNumber late = closed();
		this.story.clock.pass(Duration.ofDays(15));
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.story.process.reopen(late, "it is back"));
	}

	@Test
	void aNewAssessmentChangesSeverityTargetsAndTimers() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.clock.pass(Duration.ofHours(2));
		this.story.process.revise(number, Impact.EVERYONE, Urgency.STOPPED, "the whole site");
		assertThat(this.story.cases.get(number).severity()).isEqualTo(1);
		assertThat(this.story.file(number).clocks().get(Target.RESOLUTION).dueAt()).isEqualTo("2026-11-24T14:00:00Z");
		assertThat(this.story.task(number, "TriageCase").getPriority()).isEqualTo(80);
		this.story.passes(Duration.ofDays(1).plusHours(4), number);
		assertThat(this.story.openTasks(number)).containsExactly("InvestigateCase");
	}

	@Test
	void aReturningCaseGoesToTheTechnicianWhoHadIt() {
		CaseNumber number = this.story.openedHighPremium();
		this.story.tasks.claim(this.story.task(number, "TriageCase").getId(), "tier1");
		assertThat(this.story.cases.get(number).assignee()).isEqualTo("tier1");
		asked(number);
		assertThat(this.story.cases.get(number).assignee()).isNull();
		this.story.process.customerWrites(number, "Chromium");
		assertThat(this.story.task(number, "TriageCase").getAssignee()).isEqualTo("tier1");
	}

	private CaseNumber closed() {
		CaseNumber number = this.story.openedHighPremium();
		answered(number);
		this.story.process.confirm(number);
		return number;
	}

	private void answered(CaseNumber number) {
		this.story.complete(number, "TriageCase", "outcome", "answer", "message", "Restart it.", "resolutionKind",
				"other");
	}

	private void asked(CaseNumber number) {
		this.story.complete(number, "TriageCase", "outcome", "ask", "message", "Which browser?");
	}

	private void escalated(CaseNumber number, String mode) {
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "needs the product team",
				"handoffMode", mode);
	}

	private void solved(CaseNumber number) {
		this.story.complete(number, "InvestigateCase", "outcome", "solve", "message", "Use the old player.",
				"resolutionKind", "workaround");
	}

	private ClockState state(CaseNumber number, Target target) {
		return this.story.file(number).clocks().get(target).state();
	}

}
