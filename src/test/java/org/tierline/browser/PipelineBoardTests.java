package org.tierline.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A release manager at the board of the pipeline, and a technician who ties a case, in a
 * real browser; pictures are in target/screenshots.
 */
@TierlineTest
@TestPropertySource(properties = "a.database.of.its.own=so that the board holds this test's defects alone")
@ExtendWith(Chromium.class)
class PipelineBoardTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	TestRestTemplate rest;

	@LocalServerPort
	int port;

	private ChromeDriver browser;

	@BeforeEach
	void open() {
		this.browser = Chromium.open();
		this.browser.manage().window().setSize(new Dimension(1500, 1100));
	}

	@AfterEach
	void close() {
		this.browser.quit();
	}

	@Test
	void aReleaseManagerPlansThePipeline() throws IOException {
		logIn("release-manager", "/board/pipeline");
		until("#states", "Nothing here.");
		until("#releases", "No release is planned.");
		element("#words").sendKeys("nothing has these words");
		until("#summary", "0 defects");
		assertThat(element("#releases").getText()).doesNotContain("false");
		picture("pipeline-empty");

		String dragged = defect("Playback <b>stops</b> after the update", "several", "stopped");
		String chosen = defect("Decoder leaks memory until the player is closed", "everyone", "stopped");
		String fixed = defect("Subtitles of the second channel are shown in the first one", "one", "hindered");
		complete("tier3", fixed, "DevelopFix", Map.of("outcome", "fixed", "fixNote", "done"));
		complete("tier3", fixed, "VerifyFix", Map.of("verified", true, "verificationNote", "plays"));
		release("Winter 2.4.1", null);
		release("Spring 2.5", "2099-03-01");
		put("release-manager", "/api/releases/Winter 2.4.1/capacity", "{\"capacity\": 1}");
		this.browser.navigate().refresh();
		until("section[aria-label='Ranked']", "Playback <b>stops</b> after the update");
		until("section[aria-label='Fixed']", fixed);

		new Actions(this.browser)
			.dragAndDrop(element("[data-defect='" + dragged + "']"), element("[data-release='Winter 2.4.1']"))
			.perform();
		until("[data-release='Winter 2.4.1']", dragged);
		until("#live", dragged + " is planned for Winter 2.4.1.");
		assertThat(read("/api/defects/" + dragged).at("/release").asText()).isEqualTo("Winter 2.4.1");

		press("Plan " + chosen);
		assertThat(element("#dialog").getText()).contains("Winter 2.4.1 is full: 1 of 1", "later than its target");
		new Select(element("#plan-release")).selectByValue("Winter 2.4.1");
		element("#plan-release").sendKeys(Keys.TAB, Keys.ENTER);
		until("[data-release='Winter 2.4.1'] .load", "1 too many");
		assertThat(read("/api/defects/" + chosen).at("/release").asText()).isEqualTo("Winter 2.4.1");

		new Actions(this.browser)
			.dragAndDrop(element("[data-defect='" + chosen + "']"), element("[data-release='Spring 2.5']"))
			.perform();
		until("#dialog", "later than its target");
		picture("pipeline-warned");
		element("#dialog button[type=submit]").click();
		until("[data-release='Spring 2.5']", "its release is later");
		picture("pipeline");

		click("//button[contains(., '" + chosen + "')]");
		until("#dialog-title", "Decoder leaks");
		click("//summary[contains(., 'Overrule')]");
		element("#rank").sendKeys("7");
		new Select(element("#vehicle")).selectByValue("service-pack");
		element("#reason").sendKeys("promised to the board");
		picture("pipeline-facts");
		element("#reason").sendKeys(Keys.ENTER);
		until("section[aria-label='Ranked']", "rank 7, by hand");

		tellsWhoWaits(chosen);

		this.browser.manage().window().setSize(new Dimension(420, 1000));
		picture("pipeline-narrow");
		this.browser.executeScript("document.getElementById('releases').scrollIntoView()");
		picture("pipeline-narrow-releases");
		assertThat(this.browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
			.isEqualTo(true);
		assertThat(this.browser.manage().logs().get("browser").getAll())
			.noneMatch((entry) -> entry.getMessage().contains("/board/") || entry.getMessage().contains("/api/"));
	}

	/** By keyboard alone. */
	private void tellsWhoWaits(String defect) throws IOException {
		until("section[aria-label='Ranked']", "rank 7, by hand");
		enter("[data-key='state-" + defect + "']");
		until("#dialog-title", defect);
		enter(".progress summary");
		until(".progress .report", "Our developers are analysing it.");
		until(".progress .report", "Spring 2.5, which we expect on Sunday 1 March 2099.");
		assertThat(element("#progress-note").getAttribute("maxlength")).isEqualTo("5000");
		element("#progress-note").sendKeys("We have found <b>the cause</b>.", Keys.TAB, Keys.ENTER);
		until(".progress .report", "We have found <b>the cause</b>.");
		until(".progress .said", "The note is kept.");
		picture("pipeline-progress");
		put("tier3", "/api/defects/" + defect + "/progress", Map.of("text", "And a way out.", "version",
				read("/api/defects/" + defect + "/progress").at("/version").asText()));
		element("#progress-note").sendKeys(" Soon", Keys.TAB, Keys.ENTER);
		until(".progress .alert", "tier3 has written a note");
		assertThat(this.browser.manage().logs().get("browser").getAll())
			.filteredOn((entry) -> entry.getMessage().contains("/board/") || entry.getMessage().contains("/api/"))
			.singleElement()
			.satisfies((entry) -> assertThat(entry.getMessage()).contains("409"));
		assertThat(element("#progress-note").getAttribute("value")).as("what was written is not lost")
			.endsWith("</b>. Soon");
		element("#dialog").sendKeys(Keys.ESCAPE);
		enter("[data-key='state-" + defect + "']");
		enter(".progress summary");
		until(".progress .report", "And a way out.");
		click("//button[contains(., 'Tell everybody now')]");
		click("//button[contains(., 'Yes, tell 1 case')]");
		until(".progress .said", "1 case is told within seconds.");
		picture("pipeline-progress-told");
		element("#dialog").sendKeys(Keys.ESCAPE);
	}

	@Test
	void whoPlansNothingSeesAllAndATechnicianTiesACaseToAKnownDefect() throws IOException {
		String title = "Screen turns green " + System.nanoTime();
		String defect = defect(title, "several", "stopped");
		String number = inTier2(title + " again", "several", "stopped");
		logIn("tier2", "/board/pipeline");
		until("section[aria-label='Ranked']", defect);
		assertThat(this.browser.findElements(By.cssSelector("button.plan, [draggable]"))).isEmpty();
		this.browser.get("http://localhost:" + this.port + "/camunda/app/tasklist/default/");
		click("//a[contains(., 'Tier 2')]");
		click("//li[contains(@class, 'task')][contains(., '" + title + " again')]//h4");
		click("//*[normalize-space(text()[last()]) = 'Claim']");
		click("//label[contains(., 'The code must change')]");
		until(".fjs-container", "Known defects with similar words");
		until(".fjs-container", defect);
		picture("investigate-similar");
		click("//a[normalize-space() = 'Case']");
		until(".tl-defect", defect);
		click("//button[contains(., 'Tie to it')]");
		element(".tl-question:not([hidden]) input").sendKeys("the same colour");
		picture("case-tab-defect");
		element(".tl-question:not([hidden]) input").sendKeys(Keys.ENTER);
		until(".tl-head", "waiting for a patch");
		until(".tl-defect", "Untie");
		picture("case-tab-tied");
		assertThat(read("/api/cases/" + number).at("/defect").asText()).isEqualTo(defect);
	}

	private String defect(String title, String impact, String urgency) {
		String number = inTier2("A customer has other words", impact, urgency);
		complete("tier2", number, "InvestigateCase",
				Map.of("outcome", "change-code", "defectTitle", title, "affectedVersions", "12.0, 12.1"));
		return read("/api/cases/" + number).at("/defect").asText();
	}

	private String inTier2(String subject, String impact, String urgency) {
		String number = call("integration", HttpMethod.POST, "/api/cases",
				Map.of("company", "Echo Films", "contact", Map.of("name", "Kim", "email", "kim@example.test"),
						"product", "Player", "subject", subject, "details", "-", "impact", impact, "urgency", urgency))
			.at("/number")
			.asText();
		complete("tier1", number, "TriageCase",
				Map.of("outcome", "escalate", "escalationNote", "a bug", "handoffMode", "direct"));
		return number;
	}

	private void release(String name, String day) {
		Map<String, Object> release = new HashMap<>(Map.of("name", name, "kind", "patch"));
		release.put("plannedFor", day);
		call("release-manager", HttpMethod.POST, "/api/releases", release);
	}

	private void complete(String login, String key, String task, Map<String, Object> answers) {
		String id = this.rest.withBasicAuth(login, login)
			.getForObject("/engine-rest/task?processInstanceBusinessKey={key}&taskDefinitionKey={task}", JsonNode.class,
					key, task)
			.at("/0/id")
			.asText();
		Map<String, Object> variables = new HashMap<>();
		answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
		call(login, HttpMethod.POST, "/engine-rest/task/" + id + "/complete", Map.of("variables", variables));
	}

	private void put(String login, String path, Map<String, String> body) {
		call(login, HttpMethod.PUT, path, body);
	}

	private void put(String login, String path, String body) {
		call(login, HttpMethod.PUT, path, com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode()
			.put("capacity", Integer.parseInt(body.replaceAll("\\D", ""))));
	}

	private JsonNode read(String path) {
		return call("tier1", HttpMethod.GET, path, null);
	}

	private JsonNode call(String login, HttpMethod method, String path, Object body) {
		var answer = this.rest.withBasicAuth(login, login)
			.exchange(path, method, new HttpEntity<>(body), JsonNode.class);
		assertThat(answer.getStatusCode().is2xxSuccessful()).as("%s %s: %s", method, path, answer.getBody()).isTrue();
		return answer.getBody();
	}

	private void logIn(String login, String path) {
		this.browser.get("http://localhost:" + this.port + path);
		waiting().until(ExpectedConditions.elementToBeClickable(By.name("username"))).sendKeys(login);
		element("input[name=password]").sendKeys(login, Keys.ENTER);
		waiting().until(ExpectedConditions.urlContains(path));
	}

	private void until(String css, String words) {
		waiting().until(
				(b) -> b.findElements(By.cssSelector(css)).stream().anyMatch((one) -> one.getText().contains(words)));
	}

	/** By keyboard alone. */
	private void press(String label) {
		element("[aria-label='" + label + "']").sendKeys(Keys.ENTER);
	}

	/** The same; what is drawn anew meanwhile is looked for again. */
	private void enter(String css) {
		waiting().until((b) -> {
			b.findElement(By.cssSelector(css)).sendKeys(Keys.ENTER);
			return true;
		});
	}

	private WebElement element(String css) {
		return waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
	}

	/**
	 * A form that is still being drawn moves under the pointer: only a click that lands
	 * counts.
	 */
	private void click(String xpath) {
		waiting().until((b) -> {
			WebElement element = b.findElement(By.xpath(xpath));
			this.browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
			element.click();
			return true;
		});
	}

	private void picture(String name) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "screenshots"));
		Files.write(folder.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
	}

	private WebDriverWait waiting() {
		WebDriverWait wait = new WebDriverWait(this.browser, PATIENCE);
		wait.ignoreAll(List.of(StaleElementReferenceException.class, ElementNotInteractableException.class));
		return wait;
	}

}
