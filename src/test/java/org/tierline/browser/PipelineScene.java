package org.tierline.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser before the board of the pipeline, and what happens behind it; pictures are in
 * target/screenshots.
 */
class PipelineScene {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final TestRestTemplate rest;

	private final int port;

	final ChromeDriver browser;

	PipelineScene(TestRestTemplate rest, int port) {
		this.rest = rest;
		this.port = port;
		this.browser = Chromium.open();
		size(1500, 1100);
	}

	void size(int width, int height) {
		this.browser.manage().window().setSize(new Dimension(width, height));
	}

	void go(String path) {
		this.browser.get("http://localhost:" + this.port + path);
	}

	void drag(String css, String to) {
		new Actions(this.browser).dragAndDrop(element(css), element(to)).perform();
	}

	String defect(String title, String impact, String urgency) {
		String number = inTier2("A customer has other words", impact, urgency);
		complete("tier2", number, "InvestigateCase",
				Map.of("outcome", "change-code", "defectTitle", title, "affectedVersions", "12.0, 12.1"));
		return read("/api/cases/" + number).at("/defect").asText();
	}

	String inTier2(String subject, String impact, String urgency) {
		String number = call("integration", HttpMethod.POST, "/api/cases",
				Map.of("company", "Echo Films", "contact", Map.of("name", "Kim", "email", "kim@example.test"),
						"product", "Player", "subject", subject, "details", "-", "impact", impact, "urgency", urgency))
			.at("/number")
			.asText();
		complete("tier1", number, "TriageCase",
				Map.of("outcome", "escalate", "escalationNote", "a bug", "handoffMode", "direct"));
		return number;
	}

	void release(String name, String day) {
		Map<String, Object> release = new HashMap<>(Map.of("name", name, "kind", "patch"));
		release.put("plannedFor", day);
		call("release-manager", HttpMethod.POST, "/api/releases", release);
	}

	/** A train that freezes its releases long before their day plans one. */
	String frozenRelease(String train) {
		call("release-manager", HttpMethod.PUT, "/api/release-trains/" + train, Map.of("kind", "patch", "weekday",
				"tuesday", "from", LocalDate.now().toString(), "freezeWorkingDays", 30, "ahead", 1));
		return read("/api/releases?limit=1").at("/releases/0/name").asText();
	}

	void complete(String login, String key, String task, Map<String, Object> answers) {
		String id = this.rest.withBasicAuth(login, login)
			.getForObject("/engine-rest/task?processInstanceBusinessKey={key}&taskDefinitionKey={task}", JsonNode.class,
					key, task)
			.at("/0/id")
			.asText();
		Map<String, Object> variables = new HashMap<>();
		answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
		call(login, HttpMethod.POST, "/engine-rest/task/" + id + "/complete", Map.of("variables", variables));
	}

	JsonNode read(String path) {
		return call("tier1", HttpMethod.GET, path, null);
	}

	JsonNode call(String login, HttpMethod method, String path, Object body) {
		var answer = this.rest.withBasicAuth(login, login)
			.exchange(path, method, new HttpEntity<>(body), JsonNode.class);
		assertThat(answer.getStatusCode().is2xxSuccessful()).as("%s %s: %s", method, path, answer.getBody()).isTrue();
		return answer.getBody();
	}

	void logIn(String login, String path) {
		go(path);
		waiting().until(ExpectedConditions.elementToBeClickable(By.name("username"))).sendKeys(login);
		element("input[name=password]").sendKeys(login, Keys.ENTER);
		waiting().until(ExpectedConditions.urlContains(path));
	}

	void until(String css, String words) {
		waiting().until(
				(b) -> b.findElements(By.cssSelector(css)).stream().anyMatch((one) -> one.getText().contains(words)));
	}

	/** By keyboard alone. */
	void press(String label) {
		element("[aria-label='" + label + "']").sendKeys(Keys.ENTER);
	}

	/** By keyboard; what is drawn anew meanwhile is looked for again. */
	void enter(String css) {
		waiting().until((b) -> {
			b.findElement(By.cssSelector(css)).sendKeys(Keys.ENTER);
			return true;
		});
	}

	WebElement element(String css) {
		return waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
	}

	/**
	 * A form that is still being drawn moves under the pointer: only a click that lands
	 * counts.
	 */
	void click(String xpath) {
		waiting().until((b) -> {
			WebElement element = b.findElement(By.xpath(xpath));
			this.browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
			element.click();
			return true;
		});
	}

	void picture(String name) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "screenshots"));
		Files.write(folder.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
	}

	private WebDriverWait waiting() {
		WebDriverWait wait = new WebDriverWait(this.browser, PATIENCE);
		wait.ignoreAll(List.of(StaleElementReferenceException.class, ElementNotInteractableException.class));
		return wait;
	}

}
