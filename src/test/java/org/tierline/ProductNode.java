package org.tierline;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A node of the product as a process of its own, without any test class. */
final class ProductNode implements AutoCloseable {

	private final Process process;

	private final Path log;

	ProductNode(Path folder, String... settings) throws IOException {
		this.log = Files.createTempFile(folder, "node", ".log");
		ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
				"-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", product(), TierlineApplication.class.getName(),
				"--server.port=0")
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		builder.command().addAll(List.of(settings));
		this.process = builder.start();
	}

	private static String product() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	ProductNode ready() {
		await().atMost(Duration.ofMinutes(5))
			.until(() -> output().contains("Started TierlineApplication") || !this.process.isAlive());
		assertThat(this.process.isAlive()).as(this::output).isTrue();
		return this;
	}

	/** As kill -9 does. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			kill();
		}
	}

}
