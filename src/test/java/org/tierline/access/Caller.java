package org.tierline.access;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/** Somebody who calls over real HTTP: a program with a password, or a browser. */
final class Caller {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String base;

	private final String authorization;

	private Caller(int port, String authorization) {
		this.base = "http://localhost:" + port;
		this.authorization = authorization;
	}

	static Caller stranger(int port) {
		return new Caller(port, null);
	}

	static Caller program(int port, String login) {
		return program(port, login, login);
	}

	static Caller program(int port, String login, String password) {
		return new Caller(port, "Basic "
				+ Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8)));
	}

	/** A browser after the login page; look at {@link #cookie} for what it was given. */
	static Caller browser(int port, String login) {
		Caller browser = stranger(port);
		browser.logIn(login, login);
		return browser;
	}

	HttpResponse<String> logIn(String login, String password) {
		get("/login");
		return form("/login", "username=" + encode(login) + "&password=" + encode(password) + "&_csrf="
				+ encode(cookie(CsrfCookie.COOKIE).orElse("")));
	}

	HttpResponse<String> get(String path) {
		return send("GET", path, null, (request) -> {
		});
	}

	HttpResponse<String> post(String path, String json) {
		return send("POST", path, json, (request) -> {
		});
	}

	HttpResponse<String> form(String path, String fields) {
		return send("POST", path, fields,
				(request) -> request.setHeader("Content-Type", "application/x-www-form-urlencoded"));
	}

	HttpResponse<String> send(String method, String path, String body, Consumer<HttpRequest.Builder> more) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
		if (body != null) {
			request.setHeader("Content-Type", "application/json");
		}
		if (this.authorization != null) {
			request.setHeader("Authorization", this.authorization);
		}
		more.accept(request);
		return exchange(request.build());
	}

	HttpResponse<String> exchange(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(request.toString(), ex);
		}
	}

	Optional<String> cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst();
	}

	URI uri(String path) {
		return URI.create(this.base + path);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
