package org.tierline.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The receiver of a web hook; answers as a test says, and keeps what it heard. */
class Receiver {

	private final int port = MailServer.freePort();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private HttpServer running;

	private volatile int status = 204;

	void up() {
		try {
			this.running = HttpServer.create(new InetSocketAddress("127.0.0.1", this.port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.running.createContext("/", this::hear);
		this.running.start();
	}

	void down() {
		if (this.running != null) {
			this.running.stop(0);
			this.running = null;
		}
	}

	void answers(int code) {
		this.status = code;
	}

	String url() {
		return "http://127.0.0.1:" + this.port + "/hook";
	}

	List<Call> calls() {
		return this.calls;
	}

	private void hear(HttpExchange exchange) throws IOException {
		this.calls.add(new Call(exchange.getRequestURI().getPath(), header(exchange, "Tierline-Delivery"),
				header(exchange, "Tierline-Timestamp"), header(exchange, "Tierline-Signature"),
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + this.port + "/elsewhere");
		exchange.sendResponseHeaders(this.status, -1);
		exchange.close();
	}

	private static String header(HttpExchange exchange, String name) {
		return exchange.getRequestHeaders().getFirst(name);
	}

	record Call(String path, String delivery, String timestamp, String signature, String body) {
	}

}
