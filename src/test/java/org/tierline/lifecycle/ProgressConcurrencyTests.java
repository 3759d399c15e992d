package org.tierline.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Outbox;
import org.tierline.cases.Outgoing;
import org.tierline.cases.StateForbids;
import org.tierline.customers.Plan;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.ProgressRequests;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Two at once tell each customer once (R21). */
@ProcessStory
@Import({ PatchStory.class, WaitingCustomers.class })
class ProgressConcurrencyTests {

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@Autowired
	WaitingCustomers customers;

	@Autowired
	DefectProgress progress;

	@Autowired
	ProgressTelling telling;

	@Autowired
	ProgressWork work;

	@Autowired
	ProgressRequests requests;

	@Autowired
	Outbox outbox;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	private final String kim = "kim" + UUID.randomUUID();

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
		this.work.work();
	}

	@RepeatedTest(3)
	void theTimersOfAllCasesOfARecipientFireAtOnceAndOneOfThemTells() throws Exception {
		List<CaseNumber> numbers = waiting(4);
		this.story.clock.moveTo(this.customers.dueAt(numbers.get(0)));
		List<String> jobs = numbers.stream().map(this::deadline).map(Job::getId).toList();
		atOnce(jobs.stream().map(this::firing).toList());
		assertToldOnceInOneMail(numbers);
		numbers.forEach((number) -> this.story.passes(Duration.ZERO, number));
		assertToldOnceInOneMail(numbers);
	}

	@Test
	void twoNodesThatWorkOffARequestTellOnce() throws Exception {
		List<CaseNumber> numbers = waiting(4);
		this.progress.tell(this.customers.defect(numbers.get(0)), null);
		atOnce(List.of(this::working, this::working));
		assertToldOnceInOneMail(numbers);
	}

	@Test
	void twoNodesThatHaveTakenTheSameCasesTellOnce() {
		List<CaseNumber> numbers = waiting(2);
		this.progress.tell(this.customers.defect(numbers.get(0)), null);
		ProgressRequests.Due due = this.requests.due(10).orElseThrow();
		this.work.work();
		this.telling.tell(due);
		assertToldOnceInOneMail(numbers);
	}

	@Test
	void atTheUpdateTargetARequestThatWaitsIsServed() {
		List<CaseNumber> numbers = waiting(2);
		DefectNumber defect = this.customers.defect(numbers.get(0));
		this.progress.tell(defect, null);
		this.customers.nextReport(numbers.get(0));
		this.work.work();
		assertToldOnceInOneMail(numbers);
		assertThat(this.progress.of(defect).last().orElseThrow().told()).isEqualTo(2);
	}

	@Test
	void whileOneNodeTakesAMailAnotherTakesNoPartOfIt() throws Exception {
		List<CaseNumber> numbers = waiting(3);
		this.jdbc.sql("update message set delivery = 'none' where delivery = 'queued'").update();
		this.customers.nextReport(numbers.get(0));
		Outgoing taken = this.transaction.execute((status) -> {
			Outgoing mine = take().orElseThrow();
			CompletableFuture<Optional<Outgoing>> others = CompletableFuture.supplyAsync(this::take);
			assertThat(others.join()).isEmpty();
			return mine;
		});
		assertThat(taken.all()).extracting(Outgoing::number).containsExactlyElementsOf(numbers);
		assertThat(take()).as("the lease holds").isEmpty();
		this.outbox.later(taken, "busy", this.story.clock.instant());
		assertThat(take().orElseThrow().all()).hasSize(3);
	}

	@Test
	void whileTheFirstLetterOfAMailIsTakenNobodyTakesAnotherOfIt() {
		List<CaseNumber> numbers = waiting(3);
		this.jdbc.sql("update message set delivery = 'none' where delivery = 'queued'").update();
		this.customers.nextReport(numbers.get(0));
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select id from message where id = ? for update")
				.param(this.customers.letters(numbers.get(0)).get(0).id())
				.query(Long.class)
				.single();
			assertThat(CompletableFuture.supplyAsync(this::take).orTimeout(20, TimeUnit.SECONDS).join()).isEmpty();
		});
		assertThat(take().orElseThrow().all()).hasSize(3);
	}

	@Test
	void whoIsAnsweredAtThatMomentIsNotReportedTo() {
		List<CaseNumber> numbers = waiting(2);
		this.story.clock.moveTo(this.customers.dueAt(numbers.get(0)));
		String job = deadline(numbers.get(0)).getId();
		CompletableFuture<Void> firing = this.transaction.execute((status) -> {
			this.story.process.staffWrites(numbers.get(1), "We have it.", false);
			CompletableFuture<Void> timer = CompletableFuture.runAsync(() -> this.story.jobs.executeJob(job));
			await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
			return timer;
		});
		firing.join();
		assertThat(this.customers.reports(numbers.get(0))).hasSize(1);
		assertThat(this.customers.reports(numbers.get(1))).isEmpty();
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0;
	}

	@Test
	void aMailAboutSeveralCasesWaitsForTheOlderLettersOfAll() {
		List<CaseNumber> numbers = waiting(2);
		this.jdbc.sql("update message set delivery = 'none' where delivery = 'queued'").update();
		this.story.process.staffWrites(numbers.get(1), "One moment.", false);
		this.story.clock.pass(Duration.ofHours(7));
		Outgoing older = take().orElseThrow();
		this.outbox.later(older, "try again later", this.story.clock.instant().plus(Duration.ofDays(9)));
		this.customers.nextReport(numbers.get(0));
		assertThat(this.customers.reports(numbers.get(1))).hasSize(1);
		assertThat(take()).isEmpty();
		this.outbox.failed(older, "given up");
		assertThat(take().orElseThrow().all()).hasSize(2);
	}

	private Optional<Outgoing> take() {
		return this.outbox.take(Duration.ofMinutes(1), "tierline.test");
	}

	@Test
	void allOfThemAreToldOrNone() {
		List<CaseNumber> numbers = waiting(3);
		this.story.clock.moveTo(this.customers.dueAt(numbers.get(0)));
		this.patches.breakLetters(numbers.get(2));
		assertThatThrownBy(() -> this.story.jobs.executeJob(deadline(numbers.get(0)).getId()));
		assertThat(numbers).allSatisfy((number) -> {
			assertThat(this.customers.reports(number)).isEmpty();
			assertThat(this.customers.dueAt(number)).isEqualTo(this.story.clock.instant());
		});
		this.patches.mendLetters(numbers.get(2));
		this.story.jobs.executeJob(deadline(numbers.get(0)).getId());
		assertToldOnceInOneMail(numbers);
	}

	@Test
	void oneThatCannotBeToldKeepsNobodyElseFromARequest() {
		List<CaseNumber> numbers = waiting(3);
		DefectNumber defect = this.customers.defect(numbers.get(0));
		this.progress.tell(defect, null);
		this.patches.breakLetters(numbers.get(1));
		this.work.work();
		this.patches.mendLetters(numbers.get(1));
		assertThat(numbers).extracting((number) -> this.customers.reports(number).size()).containsExactly(1, 0, 1);
		ProgressRequests.Request request = this.progress.of(defect).last().orElseThrow();
		assertThat(request.told()).isEqualTo(2);
		assertThat(request.open()).isZero();
		assertThat(this.jdbc.sql("select why from progress_notice where request_id = ? and case_id = ?")
			.params(request.id(), numbers.get(1).id())
			.query(String.class)
			.single()).contains("are refused");
	}

	@Test
	void ofTwoWritersAtOnceOneIsToldToReadFirst() throws Exception {
		DefectNumber defect = this.customers.defect(waiting(1).get(0));
		String seen = this.progress.of(defect).version();
		List<String> outcomes = atOnce(IntStream.range(0, 2)
			.<Callable<String>>mapToObj((i) -> () -> writing(defect, "Note " + i, seen))
			.toList());
		assertThat(outcomes).containsExactlyInAnyOrder("kept", "refused");
		assertThat(this.jdbc.sql("select count(*) from defect_progress_note where defect_id = ?")
			.param(defect.id())
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	private String writing(DefectNumber defect, String text, String seen) {
		try {
			this.progress.write(defect, text, seen);
			return "kept";
		}
		catch (StateForbids ex) {
			return "refused";
		}
	}

	private List<CaseNumber> waiting(int count) {
		String company = this.story.company(Plan.PREMIUM, false);
		CaseNumber first = this.customers.waits(company, this.kim, null);
		DefectNumber defect = this.customers.defect(first);
		return IntStream.range(0, count)
			.mapToObj((i) -> (i == 0) ? first : this.customers.waits(company, this.kim, defect))
			.toList();
	}

	private Job deadline(CaseNumber number) {
		return this.story.jobs.createJobQuery()
			.processInstanceId(this.story.instance(number).getId())
			.activityId(SupportCaseModel.DEADLINE_DUE)
			.singleResult();
	}

	/** The engine repeats what loses on a revision. */
	private Callable<String> firing(String job) {
		return () -> {
			try {
				this.story.jobs.executeJob(job);
				return "done";
			}
			catch (OptimisticLockingException ex) {
				return "overtaken";
			}
		};
	}

	private String working() {
		this.work.work();
		return "done";
	}

	private void assertToldOnceInOneMail(List<CaseNumber> numbers) {
		assertThat(numbers).allSatisfy((number) -> assertThat(this.customers.reports(number)).hasSize(1));
		assertThat(this.jdbc.sql(
				"select count(distinct batch) from message where case_id = any(:ids) and occasion = 'progress-report' and batch is not null")
			.param("ids", CaseNumber.ids(numbers))
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(numbers)
			.allSatisfy((number) -> assertThat(this.customers.armedAt(number)).isEqualTo(this.customers.dueAt(number)));
	}

	private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
		CyclicBarrier start = new CyclicBarrier(calls.size());
		ExecutorService threads = Executors.newFixedThreadPool(calls.size());
		try {
			List<Future<T>> running = calls.stream().map((call) -> threads.submit(() -> {
				start.await();
				return call.call();
			})).toList();
			List<T> answers = new ArrayList<>();
			for (Future<T> one : running) {
				answers.add(one.get());
			}
			return answers;
		}
		finally {
			threads.shutdown();
		}
	}

}
