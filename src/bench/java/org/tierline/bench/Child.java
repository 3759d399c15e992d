package org.tierline.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program under measurement, in a process of its own. */
final class Child implements AutoCloseable {

	/** The generations of the parallel collector; metaspace is none of them. */
	private static final Pattern HEAP = Pattern.compile("(?:PSYoungGen|ParOldGen)\\s+total \\d+K, used (\\d+)K");

	private final Process process;

	private final int port;

	/** From the start of the process to its first good answer. */
	private final Duration start;

	private Child(Process process, int port, Duration start) {
		this.process = process;
		this.port = port;
		this.start = start;
	}

	/**
	 * Starts it and waits for its first good answer on that path.
	 * @param arguments what follows {@code java}
	 */
	static Child start(List<String> arguments, Map<String, String> environment, Path log, String path)
			throws IOException, InterruptedException {
		int port = freePort();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
		builder.environment().putAll(environment);
		builder.environment().put("SERVER_PORT", String.valueOf(port));
		long begin = System.nanoTime();
		Process process = builder.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		await(process, port, path, log);
		return new Child(process, port, Duration.ofNanos(System.nanoTime() - begin));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void await(Process process, int port, String path, Path log)
			throws IOException, InterruptedException {
		long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
		while (!answers(port, path)) {
			if (!process.isAlive() || System.nanoTime() > end) {
				process.destroyForcibly();
				throw new IOException("it did not start, see " + log);
			}
			Thread.sleep(50);
		}
	}

	private static boolean answers(int port, String path) {
		try (Http http = new Http(port, null, null)) {
			return http.call("GET", path, null).status() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	long pid() {
		return this.process.pid();
	}

	int port() {
		return this.port;
	}

	Duration start() {
		return this.start;
	}

	/** Resident memory in MB. */
	double memory() throws IOException, InterruptedException {
		Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(this.process.pid())).start();
		String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
		ps.waitFor();
		return Long.parseLong(kilobytes) / 1024.0;
	}

	/**
	 * Used heap in MB, asked of the JVM itself.
	 * @param clean after a collection, so that only what is needed counts
	 */
	double heap(boolean clean) throws IOException, InterruptedException {
		if (clean) {
			jcmd("GC.run");
		}
		Matcher used = HEAP.matcher(jcmd("GC.heap_info"));
		double kilobytes = 0;
		while (used.find()) {
			kilobytes += Double.parseDouble(used.group(1));
		}
		return kilobytes / 1024;
	}

	private String jcmd(String command) throws IOException, InterruptedException {
		Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
				String.valueOf(this.process.pid()), command)
			.start();
		String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		jcmd.waitFor();
		return answer;
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
	}

}
