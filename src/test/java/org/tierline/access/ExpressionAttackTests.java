package org.tierline.access;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * CVE-2026-109432 as an attacker would try it: a query that runs code. The code would
 * leave a mark in the JVM.
 */
@TierlineTest
class ExpressionAttackTests {

	private static final String MARK = "tierline.attacked";

	private static final String PAYLOAD = "${''.getClass().forName('java.lang.System')"
			+ ".getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '" + MARK + "', 'yes')}";

	/** Even what any model may say is no business of a query. */
	private static final List<String> EXPRESSIONS = List.of(PAYLOAD, "${now()}", "${currentUser()}");

	@LocalServerPort
	int port;

	@Autowired
	FilterService filters;

	@Autowired
	JdbcClient database;

	@AfterEach
	void noMarkWasLeft() {
		assertThat(System.getProperty(MARK)).isNull();
		this.filters.createFilterQuery()
			.filterName("attack")
			.list()
			.forEach((f) -> this.filters.deleteFilter(f.getId()));
	}

	/**
	 * Every key of a task query that holds an expression, as the engine's own DTO has
	 * them.
	 */
	static Stream<String> keys() {
		return Arrays.stream(TaskQueryDto.class.getMethods())
			.map((method) -> method.getName())
			.filter((name) -> name.startsWith("set") && name.endsWith("Expression"))
			.map((name) -> Character.toLowerCase(name.charAt(3)) + name.substring(4));
	}

	@ParameterizedTest
	@MethodSource("keys")
	void noKeyOfATaskQueryIsEvaluatedAtEitherDoor(String key) {
		for (String expression : EXPRESSIONS) {
			String plain = "\"" + key + "\":\"" + expression + "\"";
			for (String query : List.of("{" + plain + "}", "{\"orQueries\":[{" + plain + "}]}",
					"{\"orQueries\":[{\"name\":\"x\"},{\"name\":\"y\"," + plain + "}]}")) {
				for (String path : List.of("/task", "/task/count", "/task?maxResults=1")) {
					refused(program().post("/engine-rest" + path, query));
				}
				refused(admin().post("/engine-rest/filter/create", filter(query)));
			}
			refused(program().get("/engine-rest/task?" + key + "=" + encode(expression)));
		}
	}

	@Test
	void theWebappsDoorIsShutToo() {
		Caller browser = Caller.browser(this.port, "admin");
		browser.get("/camunda/app/tasklist/default/");
		for (String path : List.of("/task", "/task/count", "/filter/create")) {
			for (String query : List.of("{\"dueAfterExpression\":\"" + PAYLOAD + "\"}",
					"{\"orQueries\":[{\"dueAfterExpression\":\"" + PAYLOAD + "\"}]}")) {
				refused(browser.send("POST", "/camunda/api/engine/engine/default" + path,
						path.equals("/filter/create") ? filter(query) : query,
						(request) -> request.header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").orElse(""))));
			}
		}
	}

	@Test
	void aStoredFilterIsNotExtendedOrChangedWithExpressions() {
		String id = JsonPath.read(admin().post("/engine-rest/filter/create", filter("{}")).body(), "$.id");
		for (String query : List.of("{\"dueAfterExpression\":\"" + PAYLOAD + "\"}",
				"{\"orQueries\":[{\"dueAfterExpression\":\"" + PAYLOAD + "\"}]}")) {
			for (String path : List.of("/list", "/count", "/singleResult", "/list?maxResults=1")) {
				refused(admin().post("/engine-rest/filter/" + id + path, query));
			}
			refused(admin().send("PUT", "/engine-rest/filter/" + id, filter(query), (request) -> {
			}));
		}
	}

	/** One that was stored before the product's guards were there. */
	@Test
	void aFilterThatHoldsAnExpressionIsNotExecuted() {
		String id = JsonPath.read(admin().post("/engine-rest/filter/create", filter("{}")).body(), "$.id");
		for (String query : List.of("{\"dueAfterExpression\":\"" + PAYLOAD + "\"}",
				"{\"orQueries\":[{\"dueAfterExpression\":\"" + PAYLOAD + "\"}]}")) {
			this.database.sql("update act_ru_filter set query_ = ? where id_ = ?").params(query, id).update();
			for (String path : List.of("/list", "/count", "/singleResult")) {
				refused(admin().get("/engine-rest/filter/" + id + path));
			}
		}
	}

	private Caller program() {
		return Caller.program(this.port, "tier1");
	}

	/** Only an administrator gets as far as storing a filter. */
	private Caller admin() {
		return Caller.program(this.port, "admin");
	}

	private static void refused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		// REST has one word for everything that goes wrong with a single result.
		assertThat(answer.body()).containsAnyOf("xpressions", "valid single result");
	}

	private static String filter(String query) {
		return "{\"resourceType\":\"Task\",\"name\":\"attack\",\"query\":" + query + ",\"properties\":{}}";
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
