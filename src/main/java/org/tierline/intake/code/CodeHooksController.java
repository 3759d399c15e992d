package org.tierline.intake.code;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Word;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for code hosts, and who may come through it. */
@RestController
@RequestMapping("/api/code-hooks")
@Tag(name = "Code hooks")
class CodeHooksController {

	private static final String NAME = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";

	/** GitHub's advice, and hard to guess. */
	private static final int SECRET_BYTES = 32;

	private static final int SHORTEST_SECRET = 16;

	private static final int LONGEST_SECRET = 200;

	private final CodeHooks hooks;

	private final CodeDesk desk;

	private final ObjectMapper json;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	CodeHooksController(CodeHooks hooks, CodeDesk desk, ObjectMapper json, Clock clock) {
		this.hooks = hooks;
		this.desk = desk;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Which code hosts may call", description = "Secrets are never shown again")
	List<CodeHook> list() {
		return this.hooks.all();
	}

	@PutMapping("/{name}")
	@Operation(summary = "Let a code host call",
			description = "Without a secret one is made; the answer shows it, once. Give it and the address"
					+ " /api/code-hooks/{name}/calls to GitHub or GitLab, content type application/json")
	Saved save(@PathVariable String name, @RequestBody HookRequest request, Authentication who) {
		CodeHost host = request.read(name);
		String secret = (request.secret() != null) ? request.secret() : newSecret();
		this.hooks.save(name, host, secret, who.getName());
		return new Saved(name, host, (request.secret() != null) ? null : secret, "/api/code-hooks/" + name + "/calls");
	}

	@DeleteMapping("/{name}")
	@Operation(summary = "Let a code host call no more")
	ResponseEntity<Void> remove(@PathVariable String name) {
		return this.hooks.remove(name) ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
	}

	/**
	 * Without a login: the seal says who calls. A name that does not exist is answered
	 * like a wrong seal.
	 */
	@PostMapping("/{name}/calls")
	@Operation(summary = "What GitHub and GitLab call",
			description = "Sealed by X-Hub-Signature-256, webhook-signature or X-Gitlab-Token. The same body is heard once")
	ResponseEntity<?> call(@PathVariable String name, @RequestBody(required = false) byte[] body,
			HttpServletRequest request) throws IOException {
		HookCall call = new HookCall(request::getHeader, (body != null) ? body : new byte[0]);
		Optional<CodeHook> hook = this.hooks.find(name)
			.filter((known) -> known.host().isGenuine(call, this.hooks.secret(name), this.clock.instant()));
		if (hook.isEmpty()) {
			return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
				.body(ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, "The seal of this call is not right."));
		}
		return ResponseEntity.ok(this.desk.hear(hook.get(), call.fingerprint(), read(hook.get(), call)));
	}

	private CodeNews read(CodeHook hook, HookCall call) {
		try {
			JsonNode body = this.json.readTree(call.body());
			return (body != null) ? hook.host().read(call, body) : CodeNews.NONE;
		}
		catch (IOException ex) {
			throw new InputRefused("body", "is not JSON: set the hook's content type to application/json");
		}
	}

	private String newSecret() {
		byte[] secret = new byte[SECRET_BYTES];
		this.random.nextBytes(secret);
		return HexFormat.of().formatHex(secret);
	}

	/** A code host that may call from now on. */
	record HookRequest(String host, String secret) {

		CodeHost read(String name) {
			List<FieldProblem> problems = new ArrayList<>();
			if (!name.matches(NAME)) {
				problems.add(new FieldProblem("name", "must be 1 to 64 small letters, digits and hyphens"));
			}
			Optional<CodeHost> known = Word.find(CodeHost.class, this.host);
			if (known.isEmpty()) {
				problems.add(new FieldProblem("host", "must be github or gitlab"));
			}
			if (this.secret != null
					&& (this.secret.length() < SHORTEST_SECRET || this.secret.length() > LONGEST_SECRET)) {
				problems.add(new FieldProblem("secret",
						"must have " + SHORTEST_SECRET + " to " + LONGEST_SECRET + " characters"));
			}
			if (!problems.isEmpty()) {
				throw new InputRefused(problems);
			}
			return known.orElseThrow();
		}

	}

	/**
	 * What was saved.
	 *
	 * @param secret the one that was made, shown only here; null if it was given
	 * @param address which the host is to call
	 */
	record Saved(String name, CodeHost host, String secret, String address) {
	}

}
