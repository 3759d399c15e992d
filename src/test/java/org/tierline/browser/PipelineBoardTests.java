package org.tierline.browser;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A release manager at the board of the pipeline, and a technician who ties a case, in a
 * real browser; pictures are in target/screenshots.
 */
@TierlineTest
@TestPropertySource(properties = "a.database.of.its.own=so that the board holds this test's defects alone")
@ExtendWith(Chromium.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineBoardTests {

	@Autowired
	TestRestTemplate rest;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private PipelineScene scene;

	@BeforeEach
	void open() {
		this.scene = new PipelineScene(this.rest, this.port);
	}

	@AfterEach
	void close() {
		this.scene.browser.quit();
	}

	/** The first, because it begins with an empty board. */
	@Test
	@Order(1)
	void aReleaseManagerPlansThePipeline() throws IOException {
		this.scene.logIn("release-manager", "/board/pipeline");
		this.scene.until("#states", "Nothing here.");
		this.scene.until("#releases", "No release is planned.");
		this.scene.element("#words").sendKeys("nothing has these words");
		this.scene.until("#summary", "0 defects");
		assertThat(this.scene.element("#releases").getText()).doesNotContain("false");
		this.scene.picture("pipeline-empty");

		String dragged = this.scene.defect("Playback <b>stops</b> after the update", "several", "stopped");
		String chosen = this.scene.defect("Decoder leaks memory until the player is closed", "everyone", "stopped");
		String fixed = this.scene.defect("Subtitles of the second channel are shown in the first one", "one",
				"hindered");
		this.scene.complete("tier3", fixed, "DevelopFix", Map.of("outcome", "fixed", "fixNote", "done"));
		this.scene.complete("tier3", fixed, "VerifyFix", Map.of("verified", true, "verificationNote", "plays"));
		this.scene.release("Winter 2.4.1", null);
		this.scene.release("Spring 2.5", "2099-03-01");
		this.scene.call("release-manager", HttpMethod.PUT, "/api/releases/Winter 2.4.1/capacity",
				Map.of("capacity", 1));
		this.scene.browser.navigate().refresh();
		this.scene.until("section[aria-label='Ranked']", "Playback <b>stops</b> after the update");
		this.scene.until("section[aria-label='Fixed']", fixed);

		this.scene.drag("[data-defect='" + dragged + "']", "[data-release='Winter 2.4.1']");
		this.scene.until("[data-release='Winter 2.4.1']", dragged);
		this.scene.until("#live", dragged + " is planned for Winter 2.4.1.");
		assertThat(this.scene.read("/api/defects/" + dragged).at("/release").asText()).isEqualTo("Winter 2.4.1");

		this.scene.press("Plan " + chosen);
		assertThat(this.scene.element("#dialog").getText()).contains("Winter 2.4.1 is full: 1 of 1",
				"later than its target");
		new Select(this.scene.element("#plan-release")).selectByValue("Winter 2.4.1");
		this.scene.element("#plan-release").sendKeys(Keys.TAB, Keys.ENTER);
		this.scene.until("[data-release='Winter 2.4.1'] .load", "1 too many");
		assertThat(this.scene.read("/api/defects/" + chosen).at("/release").asText()).isEqualTo("Winter 2.4.1");

		this.scene.drag("[data-defect='" + chosen + "']", "[data-release='Spring 2.5']");
		this.scene.until("#dialog", "later than its target");
		this.scene.picture("pipeline-warned");
		this.scene.element("#dialog button[type=submit]").click();
		this.scene.until("[data-release='Spring 2.5']", "its release is later");
		this.scene.picture("pipeline");

		this.scene.click("//a[contains(., '" + chosen + "')]");
		this.scene.until("#dialog-title", "Decoder leaks");
		this.scene.click("//summary[contains(., 'Overrule')]");
		this.scene.element("#rank").sendKeys("7");
		new Select(this.scene.element("#vehicle")).selectByValue("service-pack");
		this.scene.element("#reason").sendKeys("promised to the board");
		this.scene.picture("pipeline-facts");
		this.scene.element("#reason").sendKeys(Keys.ENTER);
		this.scene.until("section[aria-label='Ranked']", "rank 7, by hand");

		tellsWhoWaits(chosen);

		this.scene.drag("[data-defect='" + dragged + "'] a", "[aria-label='In no release']");
		this.scene.until("#live", dragged + " is in no release.");

		this.scene.size(420, 1000);
		this.scene.picture("pipeline-narrow");
		this.scene.browser.executeScript("document.getElementById('releases').scrollIntoView()");
		this.scene.picture("pipeline-narrow-releases");
		assertThat(this.scene.browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
			.isEqualTo(true);
		assertThat(this.scene.browser.manage().logs().get("browser").getAll())
			.noneMatch((entry) -> entry.getMessage().contains("/board/") || entry.getMessage().contains("/api/"));
	}

	@Test
	void aFrozenReleaseAsksWhyADefectMustComeIn() throws IOException {
		String dropped = this.scene.defect("Recording ends early", "everyone", "stopped");
		String chosen = this.scene.defect("Recording has no sound", "everyone", "stopped");
		String release = this.scene.frozenRelease("Frozen");
		this.scene.logIn("release-manager", "/board/pipeline");
		this.scene.until("[data-release='" + release + "']", "frozen since");

		this.scene.drag("[data-defect='" + dropped + "']", "[data-release='" + release + "']");
		this.scene.until("#dialog", release + " is frozen since");
		WebElement reason = this.scene.browser.switchTo().activeElement();
		assertThat(reason.getAccessibleName()).isEqualTo("Why it must go into a frozen release");
		assertThat(reason.getDomAttribute("aria-describedby")).isEqualTo("plan-against");
		reason.sendKeys("   ", Keys.TAB, Keys.ENTER);
		this.scene.until("#dialog [role=alert]", "Write why it must go into a frozen release.");
		assertThat(this.scene.read("/api/defects/" + dropped).at("/release").isNull()).isTrue();
		reason.sendKeys("the archive loses hours");
		this.scene.picture("pipeline-frozen");
		reason.sendKeys(Keys.TAB, Keys.ENTER);
		this.scene.until("[data-release='" + release + "']", dropped);
		assertThat(this.scene.read("/api/defects/" + dropped).at("/history").toString())
			.contains(release + ": the archive loses hours");

		this.scene.press("Plan " + chosen);
		assertThat(this.scene.browser.findElements(By.id("plan-reason"))).isEmpty();
		new Select(this.scene.element("#plan-release")).selectByValue(release);
		this.scene.element("#plan-release").sendKeys(Keys.TAB, "the same fix", Keys.TAB, Keys.ENTER);
		this.scene.until("[data-release='" + release + "']", chosen);
		assertThat(this.scene.read("/api/defects/" + chosen).at("/release").asText()).isEqualTo(release);
	}

	@Test
	void aReleaseThatWasFrozenSinceTheBoardWasReadAsksToo() {
		String defect = this.scene.defect("Channel list is empty", "everyone", "stopped");
		this.scene.logIn("release-manager", "/board/pipeline");
		this.scene.until("section[aria-label='Ranked']", defect);
		this.scene.release("Thawed 1", "2099-05-01");
		this.scene.browser.executeScript("document.dispatchEvent(new Event('visibilitychange'))");
		this.scene.until("#releases", "Thawed 1");
		this.jdbc.sql("update release set freeze_at = now() - interval '1 second' where name = 'Thawed 1'").update();
		this.scene.press("Plan " + defect);
		new Select(this.scene.element("#plan-release")).selectByValue("Thawed 1");
		this.scene.element("#plan-release").sendKeys(Keys.TAB, Keys.ENTER);
		this.scene.until("#dialog", "Thawed 1 is frozen since");
		this.scene.browser.switchTo().activeElement().sendKeys("promised", Keys.TAB, Keys.ENTER);
		this.scene.until("[data-release='Thawed 1']", defect);
	}

	@Test
	void aDefectsPageLeadsToItsCodeItsCasesAndItsTask() throws IOException {
		String defect = this.scene.defect("Timeline jumps back", "several", "stopped");
		String number = this.scene.read("/api/defects/" + defect).at("/cases/0").asText();
		this.scene.call("tier3", HttpMethod.PUT, "/api/defects/" + defect + "/workaround",
				Map.of("workaround", "Pause first.\nThen play."));
		link(defect, "commit", "https://github.com/acme/player/commit/1", "Wait for the decoder");
		link(defect, "tag", "javascript:document.title='broken'", "v2.4.1");
		this.scene.logIn("tier3", "/board/defects/" + defect);
		this.scene.until("#dialog-title", defect + ": Timeline jumps back");
		String facts = this.scene.element("#dialog").getText();
		assertThat(facts).contains("1 of 1 case waits", number + " A customer has other words (Echo Films)",
				"Pause first.\nThen play.", "regular, by patch", "Develop fix (nobody yet)", "tag v2.4.1");
		WebElement code = this.scene.element("#dialog a[href^='https://github.com']");
		assertThat(code.getText()).contains("Wait for the decoder");
		assertThat(code.getDomAttribute("target")).isEqualTo("_blank");
		assertThat(code.getDomAttribute("rel")).contains("noopener");
		assertThat(this.scene.browser.findElements(By.cssSelector("a[href^='javascript']"))).isEmpty();
		this.scene.picture("defect-page");
		this.scene.size(420, 1000);
		this.scene.picture("defect-page-narrow");
		this.scene.size(1500, 1100);

		this.scene.click("//a[.='" + number + "']");
		this.scene.until(".tl-head", number + ": A customer has other words");
		this.scene.until("#case", defect);
		this.scene.picture("case-page");
		this.scene.size(420, 1000);
		this.scene.picture("case-page-narrow");
		this.scene.size(1500, 1100);
		this.scene.browser.navigate().back();
		this.scene.until("#dialog-title", defect);
		this.scene.browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
		this.scene.until("h1", "Patch pipeline");
		assertThat(this.scene.browser.getCurrentUrl()).endsWith("/board/pipeline");
		this.scene.click("//a[contains(., '" + defect + "')]");
		this.scene.until("#dialog-title", defect);
		assertThat(this.scene.browser.getCurrentUrl()).endsWith("/board/defects/" + defect);
		this.scene.click("//a[.='Develop fix']");
		this.scene.until(".task-card", "Develop fix");
		this.scene.picture("tasklist-from-the-board");
		this.scene.click("//a[.='Patch pipeline']");
		this.scene.until("section[aria-label='Ranked']", defect);
		this.scene.go("/board/defects/DF-999999");
		this.scene.until("#dialog [role=alert]", "There is no defect DF-999999");
		this.scene.picture("defect-unknown");
	}

	private void link(String defect, String kind, String url, String title) {
		this.jdbc
			.sql("insert into defect_link (defect_id, kind, url, title, who, at) values (?, ?, ?, ?, 'octocat', now())")
			.params(Long.parseLong(defect.substring(3)), kind, url, title)
			.update();
	}

	/** By keyboard alone. */
	private void tellsWhoWaits(String defect) throws IOException {
		this.scene.until("section[aria-label='Ranked']", "rank 7, by hand");
		this.scene.enter("[data-key='state-" + defect + "']");
		this.scene.until("#dialog-title", defect);
		this.scene.enter(".progress summary");
		this.scene.until(".progress .report", "Our developers are analysing it.");
		this.scene.until(".progress .report", "Spring 2.5, which we expect on Sunday 1 March 2099.");
		assertThat(this.scene.element("#progress-note").getAttribute("maxlength")).isEqualTo("5000");
		this.scene.element("#progress-note").sendKeys("We have found <b>the cause</b>.", Keys.TAB, Keys.ENTER);
		this.scene.until(".progress .report", "We have found <b>the cause</b>.");
		this.scene.until(".progress .said", "The note is kept.");
		this.scene.picture("pipeline-progress");
		this.scene.call("tier3", HttpMethod.PUT, "/api/defects/" + defect + "/progress",
				Map.of("text", "And a way out.", "version",
						this.scene.read("/api/defects/" + defect + "/progress").at("/version").asText()));
		this.scene.element("#progress-note").sendKeys(" Soon", Keys.TAB, Keys.ENTER);
		this.scene.until(".progress .alert", "tier3 has written a note");
		assertThat(this.scene.browser.manage().logs().get("browser").getAll())
			.filteredOn((entry) -> entry.getMessage().contains("/api/"))
			.isNotEmpty()
			.allMatch((entry) -> entry.getMessage().contains("409"));
		assertThat(this.scene.element("#progress-note").getAttribute("value")).as("what was written is not lost")
			.endsWith("</b>. Soon");
		this.scene.element("#dialog").sendKeys(Keys.ESCAPE);
		this.scene.enter("[data-key='state-" + defect + "']");
		this.scene.enter(".progress summary");
		this.scene.until(".progress .report", "And a way out.");
		this.scene.click("//button[contains(., 'Tell everybody now')]");
		this.scene.click("//button[contains(., 'Yes, tell 1 case')]");
		this.scene.until(".progress .said", "1 case is told within seconds.");
		this.scene.picture("pipeline-progress-told");
		this.scene.element("#dialog").sendKeys(Keys.ESCAPE);
	}

	@Test
	void whoPlansNothingSeesAllAndATechnicianTiesACaseToAKnownDefect() throws IOException {
		String title = "Screen turns green " + System.nanoTime();
		String defect = this.scene.defect(title, "several", "stopped");
		String number = this.scene.inTier2(title + " again", "several", "stopped");
		this.scene.logIn("tier2", "/board/pipeline");
		this.scene.until("section[aria-label='Ranked']", defect);
		assertThat(this.scene.browser.findElements(By.cssSelector("button.plan, [draggable='true']"))).isEmpty();
		this.scene.go("/camunda/app/tasklist/default/");
		this.scene.click("//a[contains(., 'Tier 2')]");
		this.scene.click("//li[contains(@class, 'task')][contains(., '" + title + " again')]//h4");
		this.scene.click("//*[normalize-space(text()[last()]) = 'Claim']");
		this.scene.click("//label[contains(., 'The code must change')]");
		this.scene.until(".fjs-container", "Known defects with similar words");
		this.scene.until(".fjs-container", defect);
		this.scene.picture("investigate-similar");
		this.scene.click("//a[normalize-space() = 'Case']");
		this.scene.until(".tl-defect", defect);
		this.scene.click("//button[contains(., 'Tie to it')]");
		this.scene.element(".tl-question:not([hidden]) input").sendKeys("the same colour");
		this.scene.picture("case-tab-defect");
		this.scene.element(".tl-question:not([hidden]) input").sendKeys(Keys.ENTER);
		this.scene.until(".tl-head", "waiting for a patch");
		this.scene.until(".tl-defect", "Untie");
		this.scene.picture("case-tab-tied");
		assertThat(this.scene.read("/api/cases/" + number).at("/defect").asText()).isEqualTo(defect);
	}

}
