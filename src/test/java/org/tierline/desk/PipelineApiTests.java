package org.tierline.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the board of the pipeline reads, with thousands of defects. */
@TierlineTest
@TestPropertySource(properties = "a.database.of.its.own=so that thousands of defects bother nobody else")
class PipelineApiTests {

	private static final int MANY = 3000;

	@Autowired
	TestRestTemplate rest;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void thousandsOfDefects() {
		if (this.jdbc.sql("select count(*) from defect").query(Integer.class).single() == 0) {
			this.jdbc
				.sql("""
						insert into defect (id, title, product, state, reported_at, reported_by)
						select nextval('defect_number'), case when i % 1000 = 0 then 'Green screen ' else 'Player stops ' end || i,
						'Player', case when i % 3 = 0 then 'in-development' else 'ranked' end, now(), 'tier2'
						from generate_series(1, ?) i""")
				.param(MANY)
				.update();
			this.jdbc
				.sql("""
						insert into defect_rank (defect_id, rank, vehicle, track, severity, companies, best_plan,
						priority_updates, due_at, at, who) select id, 1 + id % 40, 'patch', 'regular', 2, 1, 'premium', false,
						now() + ((id % 100) - 3) * interval '1 day', now(), 'tier2' from defect""")
				.update();
		}
	}

	@Test
	void theBoardShowsTheFirstOfThousandsAndGoesOnToTheLast() {
		JsonNode board = get("/api/pipeline");
		assertThat(board.at("/columns")).extracting((column) -> column.at("/state").asText())
			.containsExactly("ranked", "in-development", "in-verification", "fixed");
		assertThat(board.at("/columns/0/total").asInt()).isEqualTo(MANY * 2 / 3);
		assertThat(board.at("/columns/0/cards")).hasSize(30);
		assertThat(board.toString().length()).isLessThan(60_000);
		List<String> numbers = new ArrayList<>();
		List<Integer> ranks = new ArrayList<>();
		board.at("/columns/0/cards").forEach((card) -> add(card, numbers, ranks));
		String next = board.at("/columns/0/next").asText(null);
		while (next != null) {
			JsonNode page = get("/api/pipeline/ranked?after=" + next);
			page.at("/cards").forEach((card) -> add(card, numbers, ranks));
			next = page.at("/next").asText(null);
		}
		assertThat(numbers).hasSize(MANY * 2 / 3);
		assertThat(new HashSet<>(numbers)).hasSize(MANY * 2 / 3);
		assertThat(ranks).isSorted();
	}

	@Test
	void wordsAndWhatSlipsAreLookedForOnTheServer() {
		assertThat(get("/api/pipeline?q=green scr").at("/columns").findValuesAsText("total")).containsExactly("2", "1",
				"0", "0");
		JsonNode slipping = get("/api/pipeline?slipping=true");
		assertThat(slipping.at("/columns/0/total")).isEqualTo(slipping.at("/columns/0/slipping"));
		assertThat(slipping.at("/columns/0/total").asInt()).isBetween(1, MANY / 10);
		assertThat(slipping.at("/columns/0/cards").findValuesAsText("slip")).containsOnly("overdue");
	}

	@Test
	void aReleaseThatComesAfterADefectsTargetIsMarked() {
		String number = "DF-" + this.jdbc.sql("""
				select k.defect_id from defect_rank k where k.due_at > now() + interval '50 days'
				order by k.defect_id limit 1""").query(Long.class).single();
		plan("Late", "2099-01-01", number);
		JsonNode release = release("Late");
		assertThat(release.at("/cards/0/slip").asText()).isEqualTo("late");
		assertThat(release.at("/late").asBoolean()).isFalse();
		plan("Soon", "2020-01-01", number);
		assertThat(release("Soon").at("/cards/0/slip").isNull()).isTrue();
		assertThat(release("Soon").at("/late").asBoolean()).isTrue();
		assertThat(release("Late").at("/planned").asInt()).isZero();
	}

	@Test
	void aCapacityIsKeptAndComparedWithWhatIsPlanned() {
		plan("Small", null, null);
		ResponseEntity<JsonNode> kept = call("release-manager", HttpMethod.PUT, "/api/releases/small/capacity",
				Map.of("capacity", 2));
		assertThat(kept.getBody().toString()).isEqualTo("{\"release\":\"Small\",\"capacity\":2,\"planned\":0}");
		assertThat(release("Small").at("/capacity").asInt()).isEqualTo(2);
		assertThat(call("release-manager", HttpMethod.PUT, "/api/releases/Small/capacity", Map.of("capacity", -1))
			.getStatusCode()
			.value()).isEqualTo(400);
		assertThat(call("release-manager", HttpMethod.PUT, "/api/releases/none/capacity", Map.of("capacity", 1))
			.getStatusCode()
			.value()).isEqualTo(404);
		call("release-manager", HttpMethod.PUT, "/api/releases/Small/capacity", new java.util.HashMap<>());
		assertThat(release("Small").at("/capacity").isNull()).isTrue();
	}

	@Test
	void whatIsWrongIsRefusedAndWhoMaySeeIt() {
		assertThat(call("tier1", HttpMethod.GET, "/api/pipeline/lost", null).getStatusCode().value()).isEqualTo(404);
		assertThat(call("tier1", HttpMethod.GET, "/api/pipeline/ranked?after=x", null).getStatusCode().value())
			.isEqualTo(400);
		assertThat(call("tier1", HttpMethod.GET, "/api/pipeline/defects/DF-999999/cases", null).getStatusCode().value())
			.isEqualTo(404);
		assertThat(call("tier1", HttpMethod.GET, "/api/pipeline/defects/x/cases", null).getStatusCode().value())
			.isEqualTo(404);
		assertThat(get("/api/pipeline").at("/mayPlan").asBoolean()).isFalse();
		assertThat(call("release-manager", HttpMethod.GET, "/api/pipeline", null).getBody().at("/mayPlan").asBoolean())
			.isTrue();
	}

	private void plan(String name, String day, String number) {
		Map<String, Object> release = new java.util.HashMap<>(Map.of("name", name, "kind", "patch"));
		release.put("plannedFor", day);
		call("release-manager", HttpMethod.POST, "/api/releases", release);
		if (number != null) {
			assertThat(call("release-manager", HttpMethod.PUT, "/api/releases/" + name + "/defects/" + number, null)
				.getStatusCode()
				.value()).isEqualTo(200);
		}
	}

	private JsonNode release(String name) {
		for (JsonNode release : get("/api/pipeline").at("/releases")) {
			if (release.at("/name").asText().equals(name)) {
				return release;
			}
		}
		throw new AssertionError("no release " + name);
	}

	private static void add(JsonNode card, List<String> numbers, List<Integer> ranks) {
		numbers.add(card.at("/number").asText());
		ranks.add(card.at("/rank").asInt());
	}

	private JsonNode get(String path) {
		ResponseEntity<JsonNode> answer = call("tier1", HttpMethod.GET, path, null);
		assertThat(answer.getStatusCode().value()).isEqualTo(200);
		return answer.getBody();
	}

	private ResponseEntity<JsonNode> call(String login, HttpMethod method, String path, Object body) {
		return this.rest.withBasicAuth(login, login).exchange(path, method, new HttpEntity<>(body), JsonNode.class);
	}

}
