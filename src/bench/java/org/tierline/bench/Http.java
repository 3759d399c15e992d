package org.tierline.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * One kept connection that costs next to nothing itself: driver and driven share the
 * machine.
 */
final class Http implements AutoCloseable {

	private final int port;

	private final String authorization;

	private Socket socket;

	private InputStream in;

	/** Login and password may be null: then none is sent. */
	Http(int port, String login, String password) {
		this.port = port;
		this.authorization = (login == null) ? ""
				: "Authorization: Basic "
						+ Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8))
						+ "\r\n";
	}

	/** Answers the body of a call that went well. */
	String ok(String method, String path, String body) throws IOException {
		return ok(method, path, body, "application/json");
	}

	String ok(String method, String path, String body, String type) throws IOException {
		Answer answer = call(method, path, body, type);
		if (answer.status() / 100 != 2) {
			throw new IOException(method + " " + path + " answered " + answer.status() + ": " + answer.body());
		}
		return answer.body();
	}

	Answer call(String method, String path, String body) throws IOException {
		return call(method, path, body, "application/json");
	}

	private Answer call(String method, String path, String body, String type) throws IOException {
		byte[] content = (body != null) ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
		String head = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + this.port + "\r\n" + this.authorization
				+ "Accept: application/json\r\nContent-Type: " + type + "\r\nContent-Length: " + content.length
				+ "\r\n\r\n";
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.write(head.getBytes(StandardCharsets.ISO_8859_1));
		request.write(content);
		connect();
		try {
			this.socket.getOutputStream().write(request.toByteArray());
			return read();
		}
		catch (IOException ex) {
			close();
			throw ex;
		}
	}

	private void connect() throws IOException {
		if (this.socket == null) {
			this.socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
			this.socket.setTcpNoDelay(true);
			this.socket.setSoTimeout(120_000);
			this.in = new BufferedInputStream(this.socket.getInputStream(), 65_536);
		}
	}

	private Answer read() throws IOException {
		String line = line();
		int status = Integer.parseInt(line.substring(9, 12));
		int length = 0;
		boolean chunked = false;
		boolean last = false;
		for (line = line(); !line.isEmpty(); line = line()) {
			String header = line.toLowerCase(Locale.ROOT);
			length = header.startsWith("content-length:") ? Integer.parseInt(header.substring(15).strip()) : length;
			chunked |= header.startsWith("transfer-encoding: chunked");
			last |= header.startsWith("connection: close");
		}
		byte[] body = chunked ? chunks() : this.in.readNBytes(length);
		if (last) {
			close();
		}
		return new Answer(status, new String(body, StandardCharsets.UTF_8));
	}

	private byte[] chunks() throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = size(); size > 0; size = size()) {
			body.write(this.in.readNBytes(size));
			line();
		}
		line();
		return body.toByteArray();
	}

	private int size() throws IOException {
		return Integer.parseInt(line().strip(), 16);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = this.in.read(); c != '\n'; c = this.in.read()) {
			if (c < 0) {
				throw new IOException("the connection was closed");
			}
			if (c != '\r') {
				line.append((char) c);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		if (this.socket != null) {
			this.socket.close();
			this.socket = null;
		}
	}

	/** What came back. */
	record Answer(int status, String body) {
	}

}
