package org.tierline.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The system's Chromium, without a screen. */
final class Browser implements AutoCloseable {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private final ChromeDriver driver;

	private final String base;

	Browser(int port) {
		this.base = "http://localhost:" + port;
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--window-size=1400,900");
		this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
				options);
	}

	static boolean isInstalled() {
		return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
	}

	void open(String path) {
		this.driver.get(this.base + path);
	}

	void logIn(String login) {
		see("#username").sendKeys(login);
		see("#password").sendKeys(login);
		click("button[type=submit]");
	}

	WebElement see(String css) {
		return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
	}

	void seeText(String css, String text) {
		waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
	}

	void click(String css) {
		waiting().until(ExpectedConditions.elementToBeClickable(By.cssSelector(css))).click();
	}

	void arriveAt(String path) {
		waiting().until(ExpectedConditions.urlContains(path));
	}

	String errors() {
		return this.driver.manage().logs().get("browser").getAll().toString();
	}

	void picture(Path file) {
		try {
			Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private WebDriverWait waiting() {
		return new WebDriverWait(this.driver, Duration.ofSeconds(20));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
