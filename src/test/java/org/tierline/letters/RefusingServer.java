package org.tierline.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that answers every recipient with the same code. */
final class RefusingServer implements AutoCloseable {

	private final ServerSocket socket;

	private final String answer;

	RefusingServer(String answer) throws IOException {
		this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		this.answer = answer;
		Thread thread = new Thread(this::serve, "refusing-server");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				talk(client);
			}
			catch (IOException ex) {
				// Closed, or the client is gone: the next one.
			}
		}
	}

	private void talk(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
		out.print("220 here\r\n");
		out.flush();
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			out.print((line.startsWith("RCPT") ? this.answer : "250 ok") + "\r\n");
			out.flush();
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
