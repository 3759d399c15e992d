package org.tierline.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ClockState;
import org.tierline.cases.Message;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Status;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.Visibility;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.patches.CaseDefects;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A duplicate goes up in another case (F25). */
@ProcessStory
@Import(PatchStory.class)
class MergerStoryTests {

	@Autowired
	Story story;

	@Autowired
	PatchStory patches;

	@Autowired
	CaseDefects ties;

	private String company;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
		this.company = this.story.company(Plan.PREMIUM, false);
	}

	@Test
	void aMergedCaseIsOverWithoutClocksAndBothTimelinesSaySo() {
		CaseNumber duplicate = opened();
		CaseNumber survivor = opened();
		this.story.process.merge(duplicate, survivor);
		assertThat(this.story.status(duplicate)).isEqualTo(Status.MERGED);
		assertThat(this.story.cases.get(duplicate).mergedInto()).isEqualTo(survivor);
		assertThat(this.story.instance(duplicate)).isNull();
		assertThat(this.story.file(duplicate).clocks().values())
			.allSatisfy((clock) -> assertThat(clock.state()).isEqualTo(ClockState.NONE));
		assertThat(why(duplicate)).isEqualTo("into " + survivor);
		assertThat(why(survivor)).isEqualTo(duplicate + " was merged into this case");
		assertThat(this.story.status(survivor)).isEqualTo(Status.OPEN);
	}

	@Test
	void theCustomerIsToldAndTheSurvivorsTechniciansReadWhatWasReported() {
		CaseNumber duplicate = opened();
		CaseNumber survivor = opened();
		this.story.process.merge(duplicate, survivor);
		Message told = last(duplicate);
		assertThat(told.visibility()).isEqualTo(Visibility.PUBLIC);
		assertThat(told.body()).contains(survivor.value());
		Message note = last(survivor);
		assertThat(note.visibility()).isEqualTo(Visibility.INTERNAL);
		assertThat(note.body()).contains(duplicate.value(), "Since the update the player stops.");
	}

	@Test
	void whatIsWrittenToTheOldNumberArrivesInTheSurvivorAlsoAlongAChain() {
		CaseNumber first = opened();
		CaseNumber second = opened();
		CaseNumber third = opened();
		this.story.process.merge(first, second);
		this.story.process.merge(second, third);
		this.story.process.staffWrites(third, "We look into it.", false);
		this.story.complete(third, "TriageCase", "outcome", "ask", "message", "Which browser?");
		Message reply = this.story.process.customerWrites(first, "Chromium.");
		assertThat(reply.number()).isEqualTo(third);
		assertThat(last(third).body()).isEqualTo("Chromium.");
		assertThat(this.story.status(third)).isEqualTo(Status.OPEN);
	}

	@Test
	void aMergedCaseNeverBreachesOrEscalates() {
		CaseNumber duplicate = opened();
		this.story.process.merge(duplicate, opened());
		this.story.passes(java.time.Duration.ofDays(10), duplicate);
		assertThat(this.story.timeline(duplicate)).doesNotContain(What.WARNED, What.BREACHED, What.ESCALATED);
	}

	@Test
	void aDefectDoesNotWaitForAMergedCase() {
		CaseNumber duplicate = this.patches.reported();
		CaseNumber survivor = this.story.opened(this.story.cases.get(duplicate).company(),
				org.tierline.cases.Impact.ONE, org.tierline.cases.Urgency.HINDERED, null);
		this.story.process.merge(duplicate, survivor);
		assertThat(this.ties.of(duplicate)).isEmpty();
		assertThat(this.story.timeline(duplicate)).contains(What.DEFECT_UNLINKED);
	}

	@Test
	void onlyWorkedOnCasesOfOneCustomerAreMerged() {
		CaseNumber one = opened();
		CaseNumber withdrawn = opened();
		this.story.process.withdraw(withdrawn, "found it");
		CaseNumber resolved = opened();
		this.story.complete(resolved, "TriageCase", "outcome", "answer", "message", "Restart.", "resolutionKind",
				"other");
		CaseNumber foreign = this.story.openedHighPremium();
		Stream.of(one, withdrawn, resolved, foreign).forEach((into) -> refused(one, into));
		Stream.of(withdrawn, resolved).forEach((merged) -> refused(merged, one));
		assertThat(this.story.status(one)).isEqualTo(Status.OPEN);
		assertThat(this.story.timeline(one)).doesNotContain(What.MERGED);
	}

	@RepeatedTest(5)
	void ofTwoOppositeMergersAtOnceOneWins() throws Exception {
		CaseNumber one = opened();
		CaseNumber other = opened();
		List<Object> outcomes = atOnce(() -> merge(one, other), () -> merge(other, one));
		assertThat(outcomes).filteredOn(StateForbids.class::isInstance).hasSize(1);
		assertThat(List.of(this.story.status(one), this.story.status(other))).containsExactlyInAnyOrder(Status.OPEN,
				Status.MERGED);
	}

	@RepeatedTest(3)
	void nothingThatIsWrittenDuringAMergerIsLost() throws Exception {
		CaseNumber one = opened();
		CaseNumber other = opened();
		List<Object> outcomes = atOnce(() -> merge(other, one), () -> this.story.process.customerWrites(other, "hello"),
				() -> this.story.process.customerWrites(one, "hello"));
		assertThat(outcomes).noneMatch(Throwable.class::isInstance);
		assertThat(Stream.of(one, other).flatMap((number) -> this.story.cases.messages(number).stream()))
			.filteredOn((message) -> message.body().equals("hello"))
			.hasSize(2);
	}

	private CaseNumber opened() {
		return this.story.opened(this.company, org.tierline.cases.Impact.SEVERAL, org.tierline.cases.Urgency.STOPPED,
				null);
	}

	private Object merge(CaseNumber number, CaseNumber into) {
		this.story.process.merge(number, into);
		return "merged";
	}

	private void refused(CaseNumber number, CaseNumber into) {
		assertThatExceptionOfType(StateForbids.class).isThrownBy(() -> this.story.process.merge(number, into));
	}

	private Message last(CaseNumber number) {
		List<Message> messages = this.story.cases.messages(number);
		return messages.get(messages.size() - 1);
	}

	private String why(CaseNumber number) {
		return this.story.cases.timeline(number)
			.stream()
			.filter((entry) -> entry.what() == What.MERGED)
			.map(TimelineEntry::why)
			.findFirst()
			.orElseThrow();
	}

	@SafeVarargs
	private static List<Object> atOnce(Callable<Object>... calls) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(calls.length);
		try {
			CyclicBarrier start = new CyclicBarrier(calls.length);
			List<Future<Object>> all = Stream.of(calls).map((call) -> threads.submit(() -> {
				start.await();
				return call.call();
			})).toList();
			List<Object> outcomes = new ArrayList<>();
			for (Future<Object> one : all) {
				outcomes.add(outcome(one));
			}
			return outcomes;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Object outcome(Future<Object> call) throws InterruptedException {
		try {
			return call.get();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			return ex.getCause();
		}
	}

}
