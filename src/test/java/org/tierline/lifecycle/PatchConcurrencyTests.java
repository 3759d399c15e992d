package org.tierline.lifecycle;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Status;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Release;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Two at once: nothing is lost, nothing happens twice (R21). */
@ProcessStory
@Import(PatchStory.class)
class PatchConcurrencyTests {

	@Autowired
	PatchStory patches;

	@Autowired
	Story story;

	@Autowired
	CaseTies ties;

	@Autowired
	KnownDefects known;

	@Autowired
	WorkaroundTelling telling;

	@BeforeEach
	void aWorkingMonday() {
		this.story.clock.moveTo(Story.MONDAY);
	}

	@Test
	void manyCasesAreLinkedToOneDefectAtOnce() throws Exception {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		List<CaseNumber> numbers = IntStream.range(0, 6).mapToObj((i) -> inTier2()).toList();
		atOnce(numbers.stream().map((number) -> link(number, defect)).toList());
		assertThat(this.patches.defects.get(defect).cases()).containsAll(numbers);
		assertThat(numbers)
			.allSatisfy((number) -> assertThat(this.story.status(number)).isEqualTo(Status.WAITING_FOR_PATCH));
		assertThat(this.patches.work.demand(defect).orElseThrow().companies()).isEqualTo(7);
	}

	@Test
	void publishedTwiceAtOnceTheCaseIsDeliveredOnce() throws Exception {
		CaseNumber number = this.patches.reported();
		String release = approvedWith(this.patches.defect(number).number());
		Callable<Release> publication = () -> this.patches.pipeline.publish(release);
		atOnce(List.of(publication, publication));
		this.story.works();
		this.patches.assertFixed(number, release);
		assertThat(this.story.timeline(number)).containsOnlyOnce(What.DELIVERED);
	}

	@RepeatedTest(5)
	void aCaseThatIsLinkedWhileItsDefectIsPublishedGetsTheFix() throws Exception {
		DefectNumber defect = this.patches.defect(this.patches.reported()).number();
		String release = approvedWith(defect);
		List<CaseNumber> late = List.of(inTier2(), inTier2());
		atOnce(List.of(link(late.get(0), defect), () -> this.patches.pipeline.publish(release),
				link(late.get(1), defect)));
		this.story.works();
		assertThat(late).allSatisfy((number) -> this.patches.assertFixed(number, release));
		assertThat(this.patches.state(defect)).isEqualTo(DefectState.RELEASED);
		assertThat(this.patches.running(defect)).isFalse();
	}

	@RepeatedTest(3)
	void aCaseThatIsWithdrawnWhileOthersAreLinkedLeavesARankedDefect() throws Exception {
		CaseNumber first = this.patches.reported();
		DefectNumber defect = this.patches.defect(first).number();
		CaseNumber second = inTier2();
		atOnce(List.of(link(second, defect), () -> {
			this.story.process.withdraw(first, "found it ourselves");
			return null;
		}));
		assertThat(this.patches.defects.get(defect).cases()).containsExactly(second);
		assertThat(this.patches.work.demand(defect).orElseThrow().companies()).isEqualTo(1);
	}

	@RepeatedTest(3)
	void ofTwoOppositeMergersOneIsRefused() throws Exception {
		CaseNumber first = this.patches.reported();
		CaseNumber second = this.patches.reported();
		DefectNumber one = this.patches.defect(first).number();
		DefectNumber other = this.patches.defect(second).number();
		List<Boolean> won = new java.util.concurrent.CopyOnWriteArrayList<>();
		atOnce(List.of(merger(one, other, won), merger(other, one, won)));
		this.story.works();
		assertThat(won).containsExactlyInAnyOrder(true, false);
		DefectNumber survivor = this.patches.defect(first).number();
		assertThat(this.patches.defects.get(survivor).cases()).containsExactlyInAnyOrder(first, second);
		assertThat(this.patches.running(survivor)).isTrue();
	}

	@RepeatedTest(3)
	void aCaseThatIsTiedWhileItsDefectIsMergedOrGivenAWorkaroundMissesNothing() throws Exception {
		DefectNumber duplicate = this.patches.defect(this.patches.reported()).number();
		DefectNumber survivor = this.patches.defect(this.patches.reported()).number();
		CaseNumber late = inTier2();
		atOnce(List.of(() -> {
			this.ties.tie(late, duplicate.value(), "the same");
			return null;
		}, () -> {
			this.known.merge(duplicate, survivor, "the same");
			return null;
		}, () -> {
			this.known.keepWorkaround(survivor, "Restart it.");
			return null;
		}));
		this.story.works();
		this.telling.work();
		assertThat(this.patches.defects.get(survivor).cases()).hasSize(3).contains(late);
		assertThat(this.patches.defects.get(survivor).cases()).allSatisfy((number) -> assertThat(
				this.story.cases.messages(number).stream().filter((message) -> message.body().equals("Restart it.")))
			.hasSize(1));
	}

	@RepeatedTest(3)
	void twoWhoTellAWorkaroundAtOnceTellItOnce() throws Exception {
		CaseNumber number = this.patches.reported();
		this.known.keepWorkaround(this.patches.defect(number).number(), "Restart it.");
		Callable<Object> work = () -> {
			this.telling.work();
			return null;
		};
		atOnce(List.of(work, work, work));
		assertThat(this.story.cases.messages(number).stream().filter((message) -> message.body().equals("Restart it.")))
			.hasSize(1);
	}

	private Callable<Object> merger(DefectNumber number, DefectNumber into, List<Boolean> won) {
		return () -> {
			try {
				this.known.merge(number, into, "the same");
				won.add(true);
			}
			catch (org.tierline.cases.StateForbids ex) {
				won.add(false);
			}
			return null;
		};
	}

	private CaseNumber inTier2() {
		return this.patches.inTier2(this.story.company(Plan.PREMIUM, false));
	}

	private Callable<Object> link(CaseNumber number, DefectNumber defect) {
		return () -> {
			this.patches.link(number, "defectNumber", defect.value());
			return null;
		};
	}

	private String approvedWith(DefectNumber defect) {
		this.patches.verified(defect);
		String release = this.patches.approvedRelease();
		this.patches.pipeline.planDefect(release, defect);
		return release;
	}

	private static void atOnce(List<? extends Callable<?>> calls) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(calls.size());
		try {
			CyclicBarrier start = new CyclicBarrier(calls.size());
			List<Future<Object>> all = calls.stream().map((call) -> threads.submit(() -> {
				start.await();
				return (Object) call.call();
			})).toList();
			for (Future<Object> one : all) {
				one.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
