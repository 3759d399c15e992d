package org.tierline.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.tierline.TierlineTest;
import org.tierline.cases.CaseFilter;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Channel;
import org.tierline.cases.Impact;
import org.tierline.cases.Opening;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.Status;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.customers.Contact;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A technician at work in Tasklist, in a real browser; its pictures are in
 * target/screenshots.
 */
@TierlineTest
@TestPropertySource(properties = "a.database.of.its.own=so that the queue holds this test's case alone")
@ExtendWith(Chromium.class)
class TasklistTests {

	/** Generous: a slow machine is no fault of the product. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	SupportCaseProcess process;

	@Autowired
	Cases cases;

	@LocalServerPort
	int port;

	private ChromeDriver browser;

	@BeforeEach
	void open() {
		this.browser = Chromium.open();
	}

	@AfterEach
	void close() {
		this.browser.quit();
	}

	@Test
	void aTechnicianLogsInClaimsTheTaskAndSolvesTheCase() throws IOException {
		CaseNumber number = this.process.open(new Opening("Acme Video",
				new Contact("Kim Example", "kim@example.test", null), null, "Playback stops in the browser",
				"Since the *update* the <b>player</b> stops.", Impact.ONE, Urgency.HINDERED, Channel.WEB, null));
		logIn("tier1");
		click("//a[contains(., 'Tier 1')]");
		click("//li[contains(@class, 'task')][contains(., 'Playback stops')]//h4");
		click("//*[normalize-space(text()[last()]) = 'Claim']");
		assertThat(text("//*[contains(@class, 'fjs-container')]")).contains(number.value(), "Acme Video",
				"Playback stops in the browser", "Since the *update* the <b>player</b> stops.", "First answer due");
		click("//label[contains(., 'Answer: this solves the case')]");
		type("//textarea", "Please install version 12.1.");
		click("//label[contains(., 'Workaround')]");
		picture("triage");
		click("//button[contains(., 'Complete')]");
		waiting().until((b) -> this.cases.get(number).status() == Status.RESOLVED);
		assertThat(this.cases.file(number).resolution().kind()).isEqualTo(ResolutionKind.WORKAROUND);
		assertThat(this.cases.file(number).resolution().summary()).isEqualTo("Please install version 12.1.");
		assertThat(this.cases.get(number).tier()).isEqualTo(Tier.ONE);
	}

	@Test
	void aTechnicianOnThePhoneOpensACaseInTasklist() throws IOException {
		logIn("tier1");
		click("//a[contains(., 'Start process')]");
		click("//a[contains(., 'Support case')]");
		type("//label[contains(., 'Company')]/following::input[1]", "Phone Company");
		picture("open-case");
		type("//label[contains(., 'name')]/following::input[1]", "Kim Example");
		type("//label[contains(., 'mail')]/following::input[1]", "kim@example.test");
		type("//label[contains(., 'Subject')]/following::input[1]", "No sound");
		type("//label[contains(., 'Details')]/following::textarea[1]", "The headset stays silent.");
		click("(//*[contains(@class, 'fjs-form-field-radio')])[1]//label[contains(., 'One')]");
		click("(//*[contains(@class, 'fjs-form-field-radio')])[2]//label[contains(., 'hinder')]");
		click("//div[contains(@class, 'modal')]//button[contains(., 'Start')]");
		waiting().until((b) -> !found().isEmpty());
		assertThat(found().get(0).supportCase().contact().email()).isEqualTo("kim@example.test");
		assertThat(found().get(0).supportCase().severity()).isEqualTo(3);
	}

	private java.util.List<org.tierline.cases.CaseFile> found() {
		return this.cases.list(new CaseFilter(null, null, null, "Phone Company", null), null, 1);
	}

	private void logIn(String login) {
		this.browser.get("http://localhost:" + this.port + "/");
		type("//input[@name='username']", login);
		type("//input[@name='password']", login);
		click("//button[@type='submit']");
	}

	private void click(String xpath) {
		WebElement element = waiting().until(ExpectedConditions.elementToBeClickable(By.xpath(xpath)));
		((JavascriptExecutor) this.browser).executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
		element.click();
	}

	private void type(String xpath, String text) {
		waiting().until(ExpectedConditions.visibilityOfElementLocated(By.xpath(xpath))).sendKeys(text);
	}

	private String text(String xpath) {
		return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.xpath(xpath))).getText();
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
