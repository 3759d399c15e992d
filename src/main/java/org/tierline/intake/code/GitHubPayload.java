package org.tierline.intake.code;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.tierline.intake.code.CodeNews.Change;
import org.tierline.intake.code.CodeNews.Tag;

/** The events of GitHub that move defects: push, pull_request, release, create. */
final class GitHubPayload {

	private GitHubPayload() {
	}

	static CodeNews read(String event, JsonNode body) {
		return switch (event) {
			case "push" -> push(body);
			case "pull_request" -> pullRequest(body);
			case "release" -> release(body);
			case "create" -> created(body);
			default -> CodeNews.NONE;
		};
	}

	private static CodeNews push(JsonNode body) {
		boolean done = Json.text(body, "ref").equals("refs/heads/" + Json.text(body, "repository.default_branch"));
		List<Change> changes = new ArrayList<>();
		for (JsonNode commit : body.path("commits")) {
			String message = Json.text(commit, "message");
			changes.add(new Change(false, Json.text(commit, "url"), Json.title(message),
					Json.first(commit, "author.username", "author.name"), message, done));
		}
		return new CodeNews(changes, null);
	}

	private static CodeNews pullRequest(JsonNode body) {
		JsonNode pull = body.path("pull_request");
		if (!Json.text(body, "action").equals("closed") || !pull.path("merged").asBoolean()) {
			return CodeNews.NONE;
		}
		String title = Json.title(Json.text(pull, "title"));
		boolean done = Json.text(pull, "base.ref").equals(Json.text(body, "repository.default_branch"));
		return CodeNews.of(new Change(true, Json.text(pull, "html_url"), title,
				Json.first(pull, "merged_by.login", "user.login"), title + "\n" + Json.text(pull, "body"), done));
	}

	private static CodeNews release(JsonNode body) {
		if (!Json.text(body, "action").equals("published")) {
			return CodeNews.NONE;
		}
		JsonNode release = body.path("release");
		return CodeNews.of(new Tag(Json.text(release, "tag_name"), Json.text(release, "html_url"),
				Json.text(body, "sender.login"), Json.text(release, "body")));
	}

	private static CodeNews created(JsonNode body) {
		if (!Json.text(body, "ref_type").equals("tag")) {
			return CodeNews.NONE;
		}
		String tag = Json.text(body, "ref");
		return CodeNews.of(new Tag(tag, Json.text(body, "repository.html_url") + "/releases/tag/" + tag,
				Json.text(body, "sender.login"), ""));
	}

}
