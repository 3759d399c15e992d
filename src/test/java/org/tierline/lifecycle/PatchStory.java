package org.tierline.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Impact;
import org.tierline.cases.Message;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.Status;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.Urgency;
import org.tierline.cases.What;
import org.tierline.customers.Plan;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;
import org.tierline.patches.Delivery;
import org.tierline.patches.DeliveryState;
import org.tierline.patches.NewRelease;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseTrain;
import org.tierline.patches.Releases;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The vocabulary of Tier 3's stories. */
@TestComponent
class PatchStory {

	final Story story;

	final PatchPipeline pipeline;

	final Defects defects;

	final DefectWork work;

	final CaseDefects ties;

	final Releases releases;

	final Trains trains;

	final Timetable timetable;

	private final JdbcClient jdbc;

	PatchStory(Story story, PatchPipeline pipeline, Defects defects, DefectWork work, CaseDefects ties,
			Releases releases, Timetable timetable, JdbcClient jdbc) {
		this.story = story;
		this.pipeline = pipeline;
		this.defects = defects;
		this.work = work;
		this.ties = ties;
		this.releases = releases;
		this.trains = timetable;
		this.timetable = timetable;
		this.jdbc = jdbc;
	}

	/** A case of severity 2 that is being investigated. */
	CaseNumber inTier2(String company) {
		CaseNumber number = this.story.opened(company, Impact.SEVERAL, Urgency.STOPPED, null);
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "needs the product team",
				"handoffMode", "direct");
		return number;
	}

	/** A case whose investigation has found a new defect. */
	CaseNumber reported() {
		CaseNumber number = inTier2(this.story.company(Plan.PREMIUM, false));
		link(number, "defectTitle", "Playback stops after the update");
		return number;
	}

	/** Another case with that defect. */
	CaseNumber linked(DefectNumber defect) {
		CaseNumber number = inTier2(this.story.company(Plan.PREMIUM, false));
		link(number, "defectNumber", defect.value());
		return number;
	}

	void link(CaseNumber number, Object... answers) {
		List<Object> all = new ArrayList<>(List.of("outcome", "change-code"));
		all.addAll(List.of(answers));
		this.story.complete(number, "InvestigateCase", all.toArray());
	}

	String refusedLink(CaseNumber number, Object... answers) {
		return refusal(() -> link(number, answers));
	}

	String refused(Object key, String task, Object... answers) {
		return refusal(() -> this.story.complete(key, task, answers));
	}

	private static String refusal(ThrowableAssert.ThrowingCallable call) {
		Throwable refusal = catchThrowable(call);
		assertThat(refusal).isNotNull();
		return refusal.getMessage();
	}

	void developed(DefectNumber defect) {
		this.story.complete(defect, "DevelopFix", "outcome", "fixed", "fixNote", "the decoder waits now");
	}

	void verified(DefectNumber defect) {
		developed(defect);
		this.story.complete(defect, "VerifyFix", "verified", true, "verificationNote", "plays for an hour");
	}

	String plannedRelease() {
		String name = "2.4." + UUID.randomUUID();
		this.pipeline.plan(NewRelease.read(name, "patch", "regular", "2026-12-24", "Playback goes on.",
				"https://download.example.com/player", null));
		assertThat(this.story.openTasks(name)).containsExactly("ApproveRelease");
		assertThat(this.story.runtime.getVariable(this.story.task(name, "ApproveRelease").getExecutionId(), "subject"))
			.isEqualTo(name);
		return name;
	}

	String approvedRelease() {
		String name = plannedRelease();
		approved(name);
		return name;
	}

	void approved(String release) {
		this.story.complete(release, "ApproveRelease", "approved", true, "approvalNote", "all tests are green");
	}

	/** The defect is verified, planned, published and delivered. */
	String published(DefectNumber defect) {
		verified(defect);
		return planAndPublish(defect);
	}

	String planAndPublish(DefectNumber defect) {
		String release = approvedRelease();
		this.pipeline.planDefect(release, defect);
		this.pipeline.publish(release);
		this.story.works();
		return release;
	}

	void revisedToCritical(CaseNumber number) {
		this.story.process.revise(number, Impact.EVERYONE, Urgency.STOPPED, "the whole site");
	}

	Defect defect(CaseNumber number) {
		return this.defects.get(this.ties.of(number).orElseThrow());
	}

	DefectState state(DefectNumber number) {
		return this.defects.get(number).state();
	}

	Release release(String name) {
		return this.releases.get(name);
	}

	boolean running(Object key) {
		return this.story.runtime.createProcessInstanceQuery().processInstanceBusinessKey(key.toString()).count() > 0;
	}

	String why(CaseNumber number, What what) {
		return this.story.cases.timeline(number)
			.stream()
			.filter((entry) -> entry.what() == what)
			.map(TimelineEntry::why)
			.reduce((earlier, later) -> later)
			.orElseThrow();
	}

	List<Delivery> failed(String release) {
		return this.releases.deliveries(release, DeliveryState.FAILED, null, 10);
	}

	/** Oldest first. */
	List<Release> ofTrain(ReleaseTrain train) {
		return this.releases.list(null, null, 200)
			.stream()
			.filter((release) -> train.name().equals(release.train()))
			.sorted(Comparator.comparing(Release::name))
			.toList();
	}

	String lastLetter(CaseNumber number) {
		return this.story.cases.messages(number)
			.stream()
			.map(Message::body)
			.reduce((earlier, later) -> later)
			.orElseThrow();
	}

	/** From now on nothing can be written to the case's customer. */
	void breakLetters(CaseNumber number) {
		this.jdbc.sql("""
				create function no_letters_%1$d() returns trigger language plpgsql as $$ begin
				if new.case_id = %1$d then raise exception 'letters to %% are refused', new.case_id; end if;
				return new; end $$""".formatted(number.id())).update();
		this.jdbc.sql(
				"create trigger no_letters_%1$d before insert on message for each row execute function no_letters_%1$d()"
					.formatted(number.id()))
			.update();
	}

	void mendLetters(CaseNumber number) {
		this.jdbc.sql("drop function no_letters_%d cascade".formatted(number.id())).update();
	}

	void assertFixed(CaseNumber number, String release) {
		assertThat(this.story.status(number)).isEqualTo(Status.RESOLVED);
		assertThat(this.story.file(number).resolution().kind()).isEqualTo(ResolutionKind.FIX);
		assertThat(this.story.cases.messages(number)).last().extracting(Message::body).asString().contains(release);
		assertThat(why(number, What.DELIVERED)).contains(release);
		assertThat(this.story.timeline(number)).endsWith(What.DELIVERED, What.RESOLVED);
	}

}
