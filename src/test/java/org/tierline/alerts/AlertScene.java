package org.tierline.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.tierline.MovableClock;
import org.tierline.alerts.EscalationChain.Draft;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.Channel;
import org.tierline.cases.Impact;
import org.tierline.cases.Opening;
import org.tierline.cases.Urgency;
import org.tierline.customers.Companies;
import org.tierline.customers.Contact;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The vocabulary of the alerts' stories. */
@TestComponent
class AlertScene {

	/** A Monday at 10:00 in working time. */
	static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

	final SupportCaseProcess process;

	final Casework casework;

	final Companies companies;

	final Alerts alerts;

	final Escalating escalating;

	final Delivering noticesByMail;

	final Delivering noticesByWebHook;

	final EscalationChain chain;

	final MovableClock clock;

	final MailServer mail;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	AlertScene(SupportCaseProcess process, Casework casework, Companies companies, Alerts alerts, Escalating escalating,
			Delivering noticesByMail, Delivering noticesByWebHook, EscalationChain chain, MovableClock clock,
			MailServer mail, JdbcClient jdbc, TransactionTemplate transaction) {
		this.process = process;
		this.casework = casework;
		this.companies = companies;
		this.alerts = alerts;
		this.escalating = escalating;
		this.noticesByMail = noticesByMail;
		this.noticesByWebHook = noticesByWebHook;
		this.chain = chain;
		this.clock = clock;
		this.mail = mail;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Nobody was told of anything, nobody leads, everybody is on duty. */
	void begins() {
		Stream.of("notice", "alert_step", "alert", "duty_shift", "tier_lead", "contact_way")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		chain("technician PT0S, lead PT1H, supervisors PT1H",
				"technician PT0S, lead PT0S, supervisors PT0S, lead PT1H, supervisors PT1H");
		this.clock.moveTo(MONDAY);
		this.mail.up();
	}

	void chain(String warned, String breached) {
		this.chain.replace(Map.of(Level.WARNED, drafts(warned), Level.BREACHED, drafts(breached)));
	}

	private static List<Draft> drafts(String steps) {
		return Stream.of(steps.split(", ")).map((step) -> step.split(" ")).map((s) -> new Draft(s[0], s[1])).toList();
	}

	/** Severity 1 under premium-plus, 24x7: response 1 hour, resolution 8. */
	CaseNumber critical() {
		return open(Plan.PREMIUM_PLUS, "UTC", "Playback stops");
	}

	CaseNumber open(Plan plan, String zone, String subject) {
		String company = plan.code() + " " + UUID.randomUUID();
		this.companies.add(company, plan, false, Site.standard(ZoneId.of(zone)));
		return this.process.open(new Opening(company, new Contact("Kim Example", "kim@example.test", null), null,
				subject, "Nothing plays.", Impact.EVERYONE, Urgency.STOPPED, Channel.WEB, null));
	}

	/** Time passes; then the timer of the case fires. */
	void after(Duration duration, CaseNumber number) {
		this.clock.pass(duration);
		rings(number);
	}

	void rings(CaseNumber number) {
		inStep(() -> this.casework.actOnDeadlines(number));
	}

	void inStep(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	/**
	 * Whom the steps of its alerts tell from now on, also a group that there is no more.
	 */
	void tells(CaseNumber number, String recipient) {
		this.jdbc.sql("update alert_step set recipient = ? where alert_id in (select id from alert where case_id = ?)")
			.params(recipient, number.id())
			.update();
	}

	/** Somebody gave a login an address that is none. */
	void spoilAddresses(CaseNumber number) {
		this.jdbc.sql(
				"update notice set address = 'not an address' where alert_id in (select id from alert where case_id = ?)")
			.param(number.id())
			.update();
	}

	/** Takes what is due and delivers what is queued. */
	void works() {
		this.escalating.work();
		this.noticesByMail.work();
		this.noticesByWebHook.work();
	}

	void passes(Duration duration) {
		this.clock.pass(duration);
		works();
	}

	Alert alert(CaseNumber number, String target, Level level) {
		return this.alerts.of(number)
			.stream()
			.filter((alert) -> alert.target().equals(target) && alert.level() == level)
			.findFirst()
			.orElseThrow();
	}

	/** "target level" of the alerts of a case, in order. */
	List<String> raised(CaseNumber number) {
		return this.alerts.of(number).stream().map((alert) -> alert.target() + " " + alert.level().code()).toList();
	}

	static List<String> told(Alert alert) {
		return alert.steps().stream().map(Alert.Step::told).toList();
	}

	/** The same work by two nodes at once. */
	static void byTwoNodes(Runnable work) throws Exception {
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		try {
			Callable<Object> node = Executors.callable(work);
			for (var done : nodes.invokeAll(List.of(node, node))) {
				done.get();
			}
		}
		finally {
			nodes.shutdownNow();
		}
	}

}
