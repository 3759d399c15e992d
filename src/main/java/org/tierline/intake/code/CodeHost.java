package org.tierline.intake.code;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import org.tierline.cases.Word;

/** Where the code lies: how its calls are sealed, and what they look like. */
public enum CodeHost implements Word {

	GITHUB {

		@Override
		boolean isGenuine(HookCall call, String secret, Instant now) {
			return Seal.isGitHubs(call, secret);
		}

		@Override
		CodeNews read(HookCall call, JsonNode body) {
			return GitHubPayload.read(call.header("X-GitHub-Event"), body);
		}

	},
	GITLAB {

		@Override
		boolean isGenuine(HookCall call, String secret, Instant now) {
			return Seal.isGitLabs(call, secret, now);
		}

		@Override
		CodeNews read(HookCall call, JsonNode body) {
			return GitLabPayload.read(body);
		}

	};

	/** Whether only somebody who knows the secret can have made that call. */
	abstract boolean isGenuine(HookCall call, String secret, Instant now);

	/** What the call tells; nothing if it is about something else. */
	abstract CodeNews read(HookCall call, JsonNode body);

}
