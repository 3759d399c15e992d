package org.tierline.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.alerts.DutyRotas.Shift;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Channel;
import org.tierline.cases.Impact;
import org.tierline.cases.Inbound;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.customers.Plan;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who hears of a warning or breach, in which order, and when it stops. */
@AlertStory
class AlertChainTests {

	private static final Duration UNTIL_WARNING = Duration.ofMinutes(45);

	@Autowired
	AlertScene scene;

	@Autowired
	Leads leads;

	@Autowired
	DutyRotas rotas;

	@BeforeEach
	void begin() {
		this.scene.begins();
	}

	@AfterEach
	void end() {
		this.scene.mail.down();
	}

	/** F11, F28. */
	@Test
	void f11EachLevelIsToldOnceAndEveryLevelIs() {
		CaseNumber number = this.scene.critical();
		this.scene.after(UNTIL_WARNING, number);
		this.scene.rings(number);
		this.scene.works();
		this.scene.works();
		String subject = "response target of " + number + " (severity 1), Playback stops";
		assertThat(this.scene.mail.lines()).containsExactly("tier1: Soon due: " + subject);
		this.scene.after(Duration.ofMinutes(15), number);
		this.scene.rings(number);
		this.scene.works();
		this.scene.works();
		assertThat(this.scene.mail.lines()).containsExactly("tier1: Soon due: " + subject,
				"tier1: Passed unmet: " + subject, "supervisor: Passed unmet: " + subject);
		assertThat(this.scene.raised(number)).containsExactly("response warned", "response breached");
	}

	@Test
	void aBreachReachesTheTechnicianTheLeadAndTheSupervisors() {
		this.leads.replace(Map.of(Tier.ONE, "release-manager"));
		CaseNumber number = this.scene.critical();
		this.scene.inStep(() -> this.scene.casework.assign(number, "tier2"));
		this.scene.after(Duration.ofHours(1), number);
		this.scene.works();
		Alert breached = this.scene.alert(number, "response", Level.BREACHED);
		assertThat(AlertScene.told(breached)).startsWith("tier2@tierline.test", "release-manager@tierline.test",
				"supervisor@tierline.test");
		assertThat(breached.passedAt()).isEqualTo(AlertScene.MONDAY.plus(Duration.ofHours(1)));
	}

	@Test
	void unacknowledgedTheNextStepComesAfterItsDelay() {
		this.leads.replace(Map.of(Tier.ONE, "tier2"));
		this.scene.chain("technician PT0S", "technician PT0S, lead PT30M, supervisors PT1H");
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofHours(1), number);
		this.scene.works();
		this.scene.passes(Duration.ofMinutes(29));
		assertThat(told(number)).containsExactly("tier1@tierline.test", null, null);
		this.scene.passes(Duration.ofMinutes(1));
		assertThat(told(number)).containsExactly("tier1@tierline.test", "tier2@tierline.test", null);
		this.scene.passes(Duration.ofHours(1));
		assertThat(told(number)).containsExactly("tier1@tierline.test", "tier2@tierline.test",
				"supervisor@tierline.test");
	}

	/** F7. */
	@Test
	void f7DelaysCountInTheCalendarOfTheClock() {
		this.scene.chain("technician PT0S", "technician PT0S, supervisors PT2H");
		this.scene.clock.moveTo(Instant.parse("2026-11-20T15:00:00Z"));
		CaseNumber number = this.scene.open(Plan.STANDARD, "UTC", "On Friday");
		this.scene.clock.moveTo(Instant.parse("2026-11-23T16:00:00Z"));
		this.scene.rings(number);
		this.scene.works();
		assertThat(this.scene.alert(number, "response", Level.BREACHED).steps().get(1).dueAt())
			.isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
	}

	@Test
	void acknowledgingStopsAllThatIsStillToCome() {
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofHours(1), number);
		this.scene.escalating.work();
		Alert breached = this.scene.alert(number, "response", Level.BREACHED);
		Alert acknowledged = this.scene.alerts.acknowledge(breached.id(), "tier1", "I call them");
		assertThat(acknowledged.acknowledgedBy()).isEqualTo("tier1");
		assertThat(acknowledged.note()).isEqualTo("I call them");
		this.scene.passes(Duration.ofDays(2));
		assertThat(this.scene.mail.lines()).noneMatch((line) -> line.contains("Passed unmet"));
		assertThat(this.scene.alerts.list(true, number, null, 10))
			.noneMatch((alert) -> alert.level() == Level.BREACHED);
	}

	@Test
	void onlyOnePersonTakesCare() {
		CaseNumber number = this.scene.critical();
		this.scene.after(UNTIL_WARNING, number);
		long id = this.scene.alert(number, "response", Level.WARNED).id();
		Alert first = this.scene.alerts.acknowledge(id, "tier1", null);
		this.scene.clock.pass(Duration.ofMinutes(1));
		assertThat(this.scene.alerts.acknowledge(id, "tier1", "again")).isEqualTo(first);
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.scene.alerts.acknowledge(id, "supervisor", null))
			.withMessageEndingWith("was acknowledged by tier1");
	}

	/** F20. */
	@Test
	void f20WithNobodyOnDutyTheNextStepIsTakenAtOnce() {
		this.rotas.replace("tier1",
				List.of(new Shift("tier1", AlertScene.MONDAY.minusSeconds(3600), AlertScene.MONDAY)));
		CaseNumber number = this.scene.critical();
		this.scene.after(UNTIL_WARNING, number);
		this.scene.works();
		Alert warned = this.scene.alert(number, "response", Level.WARNED);
		assertThat(warned.steps()).extracting(Alert.Step::skipped)
			.containsExactly("nobody of tier1 on duty", "no lead of tier1", null);
		assertThat(warned.steps()).extracting(Alert.Step::takenAt).containsOnly(AlertScene.MONDAY.plus(UNTIL_WARNING));
		assertThat(this.scene.mail.lines()).singleElement().asString().startsWith("supervisor: ");
	}

	@Test
	void whoIsOffDutyIsSpared() {
		this.rotas.replace("tier1",
				List.of(new Shift("tier3", AlertScene.MONDAY, AlertScene.MONDAY.plusSeconds(9999))));
		CaseNumber number = this.scene.critical();
		this.scene.inStep(() -> this.scene.casework.assign(number, "tier1"));
		this.scene.after(UNTIL_WARNING, number);
		this.scene.works();
		assertThat(this.scene.alert(number, "response", Level.WARNED).steps().get(0).skipped())
			.isEqualTo("nobody of tier1 on duty");
	}

	@Test
	void theRotaOfTheLeadsSaysWhoStandsIn() {
		this.leads.replace(Map.of(Tier.ONE, "tier2"));
		this.rotas.replace("tier1-lead",
				List.of(new Shift("tier3", AlertScene.MONDAY, AlertScene.MONDAY.plusSeconds(9999))));
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofHours(1), number);
		this.scene.works();
		assertThat(told(number)).startsWith("tier1@tierline.test", "tier3@tierline.test");
	}

	@Test
	void anAnswerEndsTheAlert() {
		CaseNumber number = this.scene.critical();
		this.scene.after(UNTIL_WARNING, number);
		this.scene.works();
		this.scene.process.staffWrites(number, "We are on it.", false);
		assertThat(this.scene.alert(number, "response", Level.WARNED).endedWhy()).isEqualTo("met");
		this.scene.passes(Duration.ofHours(3));
		assertThat(this.scene.mail.lines()).hasSize(1);
		assertThatExceptionOfType(StateForbids.class)
			.isThrownBy(() -> this.scene.alerts.acknowledge(this.scene.alert(number, "response", Level.WARNED).id(),
					"tier1", null))
			.withMessageEndingWith("is over: met");
	}

	/** F13. */
	@Test
	void f13AfterAnOutageAllComesInOrderAndOnce() {
		this.scene.chain("technician PT0S", "technician PT0S");
		CaseNumber number = this.scene.critical();
		this.scene.after(Duration.ofHours(9), number);
		this.scene.rings(number);
		assertThat(this.scene.raised(number)).containsExactly("response warned", "response breached",
				"resolution warned", "resolution breached");
		this.scene.works();
		assertThat(this.scene.mail.lines()).extracting((line) -> line.replaceAll(" target.*", ""))
			.containsExactly("tier1: Soon due: response", "tier1: Passed unmet: response",
					"tier1: Soon due: resolution", "tier1: Passed unmet: resolution");
	}

	/** They are taken together otherwise. */
	@Test
	void aStepThatCannotBeTakenHoldsNoOtherUp() {
		this.scene.chain("technician PT0S", "technician PT0S");
		CaseNumber broken = this.scene.critical();
		CaseNumber other = this.scene.critical();
		this.scene.after(Duration.ofHours(1), broken);
		this.scene.rings(other);
		this.scene.tells(broken, "group:gone");
		this.scene.works();
		assertThat(this.scene.mail.lines()).hasSize(2).allMatch((line) -> line.contains(other.value()));
		this.scene.tells(broken, "technician");
		this.scene.passes(Duration.ofMinutes(2));
		assertThat(this.scene.mail.lines()).hasSize(4).filteredOn((line) -> line.contains(broken.value())).hasSize(2);
	}

	@Test
	void missedDeadlinesOfSeveralCasesAreTakenInTheOrderOfTheirInstants() {
		this.scene.chain("technician PT0S", "technician PT0S");
		CaseNumber first = this.scene.critical();
		this.scene.clock.pass(Duration.ofMinutes(5));
		CaseNumber second = this.scene.critical();
		this.scene.after(Duration.ofHours(1), second);
		this.scene.rings(first);
		this.scene.works();
		assertThat(this.scene.mail.lines())
			.extracting((line) -> line.replaceAll(".*: (Soon|Passed).*(SC-[0-9]+).*", "$1 $2"))
			.containsExactly("Soon " + first, "Soon " + second, "Passed " + first, "Passed " + second);
	}

	/** F13. */
	@Test
	void f13NothingIsToldOfACaseThatIsOver() {
		CaseNumber withdrawn = this.scene.critical();
		CaseNumber resolved = this.scene.critical();
		this.scene.after(Duration.ofHours(1), withdrawn);
		this.scene.rings(resolved);
		this.scene.process.withdraw(withdrawn, "not needed any more");
		this.scene
			.inStep(() -> this.scene.casework.resolve(resolved, ResolutionKind.FIX, "Restart the player.", "tier1"));
		this.scene.passes(Duration.ofDays(1));
		assertThat(this.scene.mail.lines()).isEmpty();
		assertThat(this.scene.alerts.of(withdrawn)).extracting(Alert::endedWhy).containsOnly("ended");
		assertThat(this.scene.alerts.of(resolved)).extracting(Alert::endedWhy).containsOnly("met");
	}

	@Test
	void aWarningGoesNoFurtherOnceItsDeadlineHasPassed() {
		CaseNumber number = this.scene.critical();
		this.scene.after(UNTIL_WARNING, number);
		this.scene.works();
		this.scene.after(Duration.ofMinutes(15), number);
		Alert warned = this.scene.alert(number, "response", Level.WARNED);
		assertThat(warned.endedWhy()).isEqualTo("breached");
		assertThat(warned.steps()).extracting(Alert.Step::dueAt)
			.containsExactly(AlertScene.MONDAY.plus(UNTIL_WARNING), null, null);
	}

	@Test
	void aMovedDeadlineEndsItsAlertAndTheNewOneHasItsOwn() {
		CaseNumber number = this.scene.critical();
		this.scene.after(UNTIL_WARNING, number);
		this.scene.process.revise(number, Impact.SEVERAL, Urgency.STOPPED, "only three rooms");
		assertThat(this.scene.alert(number, "response", Level.WARNED).endedWhy()).isEqualTo("moved");
		this.scene.works();
		assertThat(this.scene.mail.lines()).isEmpty();
		this.scene.after(Duration.ofHours(4), number);
		assertThat(this.scene.raised(number)).startsWith("response warned", "response warned", "response breached");
	}

	@Test
	void whileTheCustomerOwesAnAnswerNobodyIsPressed() {
		this.scene.chain("technician PT0S", "technician PT0S, supervisors PT1H");
		CaseNumber number = this.scene.critical();
		this.scene.process.staffWrites(number, "We look into it.", false);
		this.scene.after(Duration.ofHours(8), number);
		this.scene.works();
		this.scene.inStep(() -> this.scene.casework.ask(number, "tier1", "Which version?"));
		this.scene.inStep(() -> this.scene.casework.pauseClocks(number));
		this.scene.passes(Duration.ofHours(2));
		assertThat(AlertScene.told(this.scene.alert(number, "resolution", Level.BREACHED))).last().isNull();
		this.scene.inStep(() -> this.scene.casework.reply(number, Inbound.text(Channel.API, "12.1")));
		this.scene.inStep(() -> this.scene.casework.resumeClocks(number));
		this.scene.passes(Duration.ofMinutes(5));
		assertThat(AlertScene.told(this.scene.alert(number, "resolution", Level.BREACHED))).last()
			.isEqualTo("supervisor@tierline.test");
	}

	@Test
	void twoNodesTakeEachStepOnce() throws Exception {
		List<CaseNumber> numbers = IntStream.range(0, 20).mapToObj((i) -> this.scene.critical()).toList();
		this.scene.clock.pass(Duration.ofHours(1));
		numbers.forEach(this.scene::rings);
		AlertScene.byTwoNodes(this.scene.escalating::work);
		AlertScene.byTwoNodes(this.scene.noticesByMail::work);
		assertThat(this.scene.mail.lines()).doesNotHaveDuplicates().hasSize(20 * 3);
	}

	private List<String> told(CaseNumber number) {
		return AlertScene.told(this.scene.alert(number, "response", Level.BREACHED));
	}

}
