package org.tierline.intake.code;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.tierline.intake.code.CodeNews.Change;
import org.tierline.intake.code.CodeNews.Tag;

/** The events of GitLab that move defects: push, merge request, tag push, release. */
final class GitLabPayload {

	private static final String TAG = "refs/tags/";

	/** A tag that was deleted points to nothing. */
	private static final String NOTHING = "0000000000000000000000000000000000000000";

	private GitLabPayload() {
	}

	static CodeNews read(JsonNode body) {
		return switch (Json.text(body, "object_kind")) {
			case "push" -> push(body);
			case "merge_request" -> mergeRequest(body);
			case "tag_push" -> tagPush(body);
			case "release" -> release(body);
			default -> CodeNews.NONE;
		};
	}

	private static CodeNews push(JsonNode body) {
		boolean done = Json.text(body, "ref").equals("refs/heads/" + Json.text(body, "project.default_branch"));
		List<Change> changes = new ArrayList<>();
		for (JsonNode commit : body.path("commits")) {
			String message = Json.text(commit, "message");
			changes.add(new Change(false, Json.text(commit, "url"), Json.title(message),
					Json.text(commit, "author.name"), message, done));
		}
		return new CodeNews(changes, null);
	}

	private static CodeNews mergeRequest(JsonNode body) {
		JsonNode merge = body.path("object_attributes");
		if (!Json.text(merge, "action").equals("merge")) {
			return CodeNews.NONE;
		}
		String title = Json.title(Json.text(merge, "title"));
		boolean done = Json.text(merge, "target_branch").equals(Json.text(body, "project.default_branch"));
		return CodeNews.of(new Change(true, Json.text(merge, "url"), title, Json.first(body, "user.username"),
				title + "\n" + Json.text(merge, "description"), done));
	}

	private static CodeNews tagPush(JsonNode body) {
		String ref = Json.text(body, "ref");
		if (!ref.startsWith(TAG) || Json.text(body, "after").equals(NOTHING)) {
			return CodeNews.NONE;
		}
		String tag = ref.substring(TAG.length());
		return CodeNews.of(new Tag(tag, Json.text(body, "project.web_url") + "/-/tags/" + tag,
				Json.first(body, "user_username", "user_name"), Json.text(body, "message")));
	}

	private static CodeNews release(JsonNode body) {
		return Json.text(body, "action").equals("create") ? CodeNews
			.of(new Tag(Json.text(body, "tag"), Json.text(body, "url"), "GitLab", Json.text(body, "description")))
				: CodeNews.NONE;
	}

}
