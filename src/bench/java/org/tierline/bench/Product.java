package org.tierline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The product as it is shipped: its jar, started as in production. */
final class Product implements AutoCloseable {

	/** What the README recommends. */
	static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseParallelGC");

	private static final String PASSWORD = "bench-Password-1";

	/** By group. */
	private static final Map<String, String> LOGINS = Map.of("integrations", "bench-integration", "tier1",
			"bench-tier1", "tier2", "bench-tier2", "tier3", "bench-tier3", "supervisors", "bench-supervisor",
			"process-owners", "bench-process-owner", "release-managers", "bench-release-manager");

	private final Child child;

	private Product(Child child) {
		this.child = child;
	}

	/** Starts a node and sees to its logins. */
	static Product start(Server server, Path folder)
			throws IOException, InterruptedException, SQLException {
		List<String> arguments = new ArrayList<>(FLAGS);
		arguments.addAll(List.of("-jar", "target/tierline.jar"));
		Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", server.url(Bench.DATABASE),
				"SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "postgres",
				"TIERLINE_ADMIN_USER", "bench-admin", "TIERLINE_ADMIN_PASSWORD", PASSWORD, "TIERLINE_RATE_LIMIT",
				"1000000");
		Product product = new Product(
				Child.start(arguments, environment, folder.resolve("product.log"), "/actuator/health"));
		awaitAdministrator(server);
		product.addLogins();
		return product;
	}

	/** Who comes too early is taken for somebody who guesses. */
	private static void awaitAdministrator(Server server)
			throws IOException, InterruptedException, SQLException {
		for (int i = 0; server.count(Bench.DATABASE, "select count(*) from act_id_membership") == 0; i++) {
			if (i > 600) {
				throw new IOException("there is no administrator");
			}
			Thread.sleep(100);
		}
	}

	private void addLogins() throws IOException {
		try (Http admin = as("bench-admin")) {
			for (Map.Entry<String, String> login : LOGINS.entrySet()) {
				admin.call("POST", "/engine-rest/user/create", """
						{"profile": {"id": "%s", "firstName": "Ben", "lastName": "Chmark"},
						"credentials": {"password": "%s"}}""".formatted(login.getValue(), PASSWORD));
				admin.call("PUT", "/engine-rest/group/" + login.getKey() + "/members/" + login.getValue(), "");
			}
		}
	}

	/** A connection for the person who opens cases. */
	Http integration() {
		return as("bench-integration");
	}

	Http technician() {
		return as("bench-tier1");
	}

	Http supervisor() {
		return as("bench-supervisor");
	}

	/** For those who make a history. */
	String call(String group, String method, String path, String body) throws IOException {
		try (Http http = as(LOGINS.get(group))) {
			return http.ok(method, path, body);
		}
	}

	/** Deploys a model as a process owner does. */
	void deploy(String name, String content) throws IOException {
		String boundary = "------------------------bench";
		String body = """
				--%1$s\r
				Content-Disposition: form-data; name="deployment-name"\r
				\r
				bench\r
				--%1$s\r
				Content-Disposition: form-data; name="data"; filename="%2$s"\r
				Content-Type: application/octet-stream\r
				\r
				%3$s\r
				--%1$s--\r
				""".formatted(boundary, name, content);
		try (Http owner = as(LOGINS.get("process-owners"))) {
			owner.ok("POST", "/engine-rest/deployment/create", body, "multipart/form-data; boundary=" + boundary);
		}
	}

	private Http as(String login) {
		return new Http(this.child.port(), login, PASSWORD);
	}

	/**
	 * Used heap in MB.
	 * @param clean without what nobody needs any more
	 */
	double heap(boolean clean) throws IOException, InterruptedException {
		return this.child.heap(clean);
	}

	Child child() {
		return this.child;
	}

	@Override
	public void close() throws InterruptedException {
		this.child.close();
	}

}
