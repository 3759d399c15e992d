package org.tierline.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.tierline.TierlineTest;
import org.tierline.alerts.Alert;
import org.tierline.alerts.Alerts;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Channel;
import org.tierline.cases.ClockState;
import org.tierline.cases.DeadlineBreached;
import org.tierline.cases.DeadlineWarned;
import org.tierline.cases.Impact;
import org.tierline.cases.Opening;
import org.tierline.cases.Urgency;
import org.tierline.customers.Contact;
import org.tierline.lifecycle.SupportCaseProcess;
import org.tierline.sla.CalendarKind;
import org.tierline.sla.Target;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A technician at work in the Case tab, in a real browser; its pictures are in
 * target/screenshots.
 */
@TierlineTest
@TestPropertySource(properties = "a.database.of.its.own=so that the queue holds this test's cases alone")
@ExtendWith(Chromium.class)
class CaseTabTests {

	private static final Duration PATIENCE = Duration.ofSeconds(180);

	private static final String REPLY = "textarea[data-box=public]";

	private static final String NOTE = "textarea[data-box=internal]";

	@Autowired
	SupportCaseProcess process;

	@Autowired
	Cases cases;

	@Autowired
	Alerts alerts;

	@Autowired
	ApplicationEventPublisher facts;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	TestRestTemplate rest;

	@LocalServerPort
	int port;

	private ChromeDriver browser;

	private CaseNumber number;

	private String subject;

	@BeforeEach
	void aCaseOnTheScreen() {
		open("No sound at all");
		this.subject = "Playback stops " + System.nanoTime();
		this.number = open(this.subject);
		this.rest.withBasicAuth("supervisor", "supervisor")
			.put("/api/canned-texts/First answer",
					java.util.Map.of("body", "Dear {{contact.name}}, we work on {{number}}."));
		this.browser = Chromium.open();
		this.browser.manage().window().setSize(new Dimension(1400, 900));
		logInAndOpenTheTab();
	}

	@AfterEach
	void close() {
		this.browser.quit();
	}

	@Test
	void aTechnicianWorksInTheCaseTab() throws IOException {
		assertThat(element(".tl-head h3").getText()).contains(this.number.value(), this.subject);
		assertThat(element(".tl-details").getText()).isEqualTo("The <b>player</b> stops.");
		assertThat(element(".tl-clockrow").getText()).contains("First answer", "Due in", "(UTC");
		assertThat(element(".tl-others").getText()).contains("No sound at all");
		picture("case-tab");

		element(NOTE).sendKeys("Looks like the codec.");
		button("Keep the note");
		untilConversationSays("Looks like the codec.");

		element(REPLY).sendKeys("A draft ");
		until(".tl-box-public .tl-draft", "Draft kept");
		this.browser.navigate().refresh();
		new WebDriverWait(this.browser, PATIENCE)
			.until((b) -> element(REPLY).getDomProperty("value").equals("A draft "));

		element(REPLY).clear();
		element(".tl-box-public .tl-tools input").sendKeys("first", Keys.ENTER);
		new WebDriverWait(this.browser, PATIENCE).until((b) -> element(REPLY).getDomProperty("value")
			.equals("Dear Kim Example, we work on " + this.number + "."));
		button("Send to the customer");
		untilConversationSays("Dear Kim Example, we work on " + this.number + ".");
		until(".tl-clockrow", "Met");
		assertThat(this.cases.file(this.number).clocks().get(Target.RESPONSE).state()).isEqualTo(ClockState.MET);
		assertThat(element(REPLY).getDomProperty("value")).isEmpty();
		picture("case-tab-answered");
		this.browser.manage().window().setSize(new Dimension(800, 900));
		picture("case-tab-narrow");
	}

	@Test
	void aColleagueIsSeenAndAFileGoesAlong() throws IOException {
		this.rest.withBasicAuth("tier2", "tier2")
			.put("/api/cases/" + this.number + "/presence", java.util.Map.of("seat", "another", "doing", "writing"));
		until(".tl-present", "tier2 is writing here");
		Path file = Files.writeString(Files.createTempFile("player", ".log"), "stopped");
		element(NOTE).sendKeys("The log.");
		element(".tl-box-internal input[type=file]").sendKeys(file.toString());
		button("Keep the note");
		until(".tl-files", file.getFileName().toString());
		picture("case-tab-file");
	}

	@Test
	void aDuplicateIsMergedAfterASecondLook() throws IOException {
		CaseNumber survivor = open("The player stops, first report");
		click("//summary[contains(., 'Merge a duplicate')]");
		element(".tl-merger input").sendKeys(survivor.value(), Keys.ENTER);
		picture("case-tab-merger");
		click("//button[normalize-space() = 'Merge']");
		until(".tl-head", "Merged: the customer is served in " + survivor);
		assertThat(this.cases.get(this.number).mergedInto()).isEqualTo(survivor);
	}

	@Test
	void anOpenAlertIsSeenAndAcknowledged() throws IOException {
		Instant due = Instant.now().plusSeconds(900);
		tells(new DeadlineWarned(this.number, Target.RESPONSE, 1, CalendarKind.SITE, due.minusSeconds(1800), due,
				Instant.now()));
		tells(new DeadlineBreached(this.number, Target.RESOLUTION, 1, CalendarKind.SITE, due.minusSeconds(3600),
				Instant.now()));
		until(".tl-alert[data-level=warned]", "First answer is due soon");
		until(".tl-alert[data-level=breached]", "Resolution has passed unmet");
		assertThat(element(".tl-alerts").getText()).contains("Next: the technician.");
		picture("case-tab-alerts");
		this.browser.manage().window().setSize(new Dimension(800, 900));
		this.browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element(".tl-alerts"));
		picture("case-tab-alerts-narrow");
		element(".tl-alert[data-level=breached] input").sendKeys("I call the customer.", Keys.ENTER);
		until(".tl-alert[data-taken=true]", "tier1 takes care since");
		assertThat(element(".tl-alert[data-taken=true]").getText()).endsWith(": I call the customer.");
		assertThat(this.browser.findElements(By.cssSelector(".tl-alert form"))).as("the other is still open")
			.hasSize(1);
		assertThat(this.alerts.of(this.number)).filteredOn((alert) -> "tier1".equals(alert.acknowledgedBy()))
			.extracting(Alert::note)
			.containsExactly("I call the customer.");
		picture("case-tab-alerts-acknowledged");
	}

	private void tells(Object fact) {
		this.transaction.executeWithoutResult((status) -> this.facts.publishEvent(fact));
	}

	private CaseNumber open(String subject) {
		return this.process.open(new Opening("Acme Video", new Contact("Kim Example", "kim@example.test", null),
				"Player", subject, "The <b>player</b> stops.", Impact.SEVERAL, Urgency.HINDERED, Channel.WEB, null));
	}

	private void logInAndOpenTheTab() {
		this.browser.get("http://localhost:" + this.port + "/");
		waiting().until(ExpectedConditions.elementToBeClickable(By.name("username"))).sendKeys("tier1");
		element("input[name=password]").sendKeys("tier1", Keys.ENTER);
		click("//a[contains(., 'Tier 1')]");
		click("//li[contains(@class, 'task')][contains(., '" + this.subject + "')]//h4");
		click("//a[normalize-space() = 'Case']");
	}

	private void untilConversationSays(String words) {
		until(".tl-messages", words);
	}

	private void until(String css, String words) {
		waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), words));
	}

	private void button(String words) {
		click("//button[normalize-space() = '" + words + "']");
	}

	private WebElement element(String css) {
		return waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
	}

	private void click(String xpath) {
		WebElement element = waiting().until(ExpectedConditions.elementToBeClickable(By.xpath(xpath)));
		this.browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
		element.click();
	}

	private void picture(String name) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "screenshots"));
		Files.write(folder.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
	}

	private WebDriverWait waiting() {
		WebDriverWait wait = new WebDriverWait(this.browser, PATIENCE);
		wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class,
				org.openqa.selenium.ElementClickInterceptedException.class);
		return wait;
	}

}
