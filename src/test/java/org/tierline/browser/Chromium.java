package org.tierline.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The system's Chromium and its driver; tests that need them say so where they are
 * missing.
 */
class Chromium implements ExecutionCondition {

	private static final List<String> QUIET = List.of("--headless=new", "--no-sandbox", "--disable-gpu",
			"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
			"--disable-sync", "--disable-dev-shm-usage", "--window-size=1500,1500");

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (binary().isPresent() && driver().isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium and chromedriver are here");
		}
		System.out.println("SKIPPED " + context.getDisplayName()
				+ ": install Chromium and chromedriver (Debian: chromium chromium-driver) to run the browser tests");
		return ConditionEvaluationResult.disabled("Chromium or chromedriver is not installed");
	}

	static ChromeDriver open() {
		ChromeOptions options = new ChromeOptions().addArguments(QUIET);
		options.setBinary(binary().orElseThrow());
		return new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(driver().orElseThrow())
			.usingAnyFreePort()
			.build(), options);
	}

	private static Optional<File> binary() {
		return onPath("chromium", "chromium-browser", "google-chrome");
	}

	private static Optional<File> driver() {
		return onPath("chromedriver");
	}

	private static Optional<File> onPath(String... names) {
		String[] folders = System.getenv("PATH").split(File.pathSeparator);
		return Stream.of(names)
			.flatMap((name) -> Arrays.stream(folders).map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.map(Path::toFile)
			.findFirst();
	}

}
