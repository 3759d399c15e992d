package org.tierline.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

/**
 * The table "may | who" of the product for {@code /api}. What is not in the table is
 * refused, so a new path is nobody's until it is written here.
 */
final class WhoMay {

	/** Who is told of what is late, and by which way; addresses of people among it. */
	private static final String[] ESCALATION = { "/api/escalation-chain", "/api/groups/*/ways", "/api/duty/*",
			"/api/leads" };

	private final AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules;

	WhoMay(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
		this.rules = rules;
	}

	/** Who may do what over REST. */
	void callTheApi() {
		may(POST, Group.OPENERS, "/api/cases", "/api/cases/*/messages", "/api/cases/*/messages/*/attachments",
				"/api/cases/*/confirmation", "/api/cases/*/reopening", "/api/cases/*/withdrawal");
		may(PUT, Group.STEERERS, "/api/cases/*/assessment", "/api/cases/*/handoff");
		may(POST, Group.STEERERS, "/api/cases/*/merger");
		workAtTheDesk();
		may(POST, Group.KEEPERS_OF_COMPANIES, "/api/companies");
		may(PUT, Group.KEEPERS_OF_COMPANIES, "/api/companies", "/api/companies/*");
		may(POST, Group.RELEASE_MANAGERS, "/api/releases", "/api/releases/*/publication", "/api/releases/*/withdrawal",
				"/api/releases/*/deliveries/retry", "/api/releases/*/deliveries/*/retry");
		may(PUT, Group.RELEASE_MANAGERS, "/api/releases/*/defects/*", "/api/releases/*/notes", "/api/release-trains/*",
				"/api/releases/*/capacity", "/api/defects/*/rank");
		may(DELETE, Group.RELEASE_MANAGERS, "/api/releases/*/defects/*", "/api/release-trains/*");
		may(PUT, Group.KEEPERS_OF_DEFECTS, "/api/cases/*/defect", "/api/defects/*", "/api/defects/*/workaround");
		may(POST, Group.KEEPERS_OF_DEFECTS, "/api/cases/*/untying", "/api/defects/*/merger");
		may(PUT, Group.TELLERS_OF_PROGRESS, "/api/defects/*/progress");
		may(DELETE, Group.TELLERS_OF_PROGRESS, "/api/defects/*/progress");
		may(POST, Group.TELLERS_OF_PROGRESS, "/api/defects/*/progress/reports");
		mayRead(Group.STAFF, "/api/pipeline", "/api/pipeline/*", "/api/pipeline/defects/*/cases");
		may(PUT, Group.KEEPERS_OF_CODE_HOOKS, "/api/code-hooks/*");
		may(DELETE, Group.KEEPERS_OF_CODE_HOOKS, "/api/code-hooks/*");
		mayRead(Group.KEEPERS_OF_CODE_HOOKS, "/api/code-hooks");
		may(POST, Group.WRITERS, "/api/inbound-mail/*/release", "/api/inbound-mail/*/dismissal");
		mayRead(Group.SUPERVISORS, "/api/inbound-mail/*/raw");
		mayRead(Group.WRITERS, "/api/inbound-mail");
		may(POST, Group.EVERYBODY, "/api/targets/preview");
		may(POST, Group.WRITERS, "/api/alerts/*/acknowledgement");
		may(PUT, Group.KEEPERS_OF_ESCALATION, ESCALATION);
		mayRead(Group.KEEPERS_OF_ESCALATION, ESCALATION);
		mayRead(Group.KEEPERS_OF_ESCALATION, "/api/notices");
		may(POST, Group.KEEPERS_OF_ESCALATION, "/api/notices/*/retry");
		mayRead(Group.STAFF, "/api/alerts", "/api/cases/*/alerts");
		mayRead("/api/cases/**", "/api/companies/**", "/api/defects/**", "/api/releases/**", "/api/release-trains/**",
				"/api/targets/**", "/api/search", "/api/letters");
		this.rules.requestMatchers("/api/**").denyAll();
	}

	/** The case tab is staff's: programs read cases by the contract alone (R22). */
	private void workAtTheDesk() {
		may(GET, Group.STAFF, "/api/cases/*/desk/**", "/api/cases/*/canned-texts/*", "/api/tasks/*/cases",
				"/api/canned-texts");
		may(PUT, Group.STAFF, "/api/cases/*/presence");
		may(PUT, Group.WRITERS, "/api/cases/*/draft");
		may(PUT, Group.KEEPERS_OF_TEXTS, "/api/canned-texts/*");
		may(DELETE, Group.KEEPERS_OF_TEXTS, "/api/canned-texts/*");
		this.rules.requestMatchers("/api/cases/*/desk/**", "/api/cases/*/canned-texts/**").denyAll();
	}

	/** The engine's own REST: its authorizations decide, here only the login counts. */
	void callTheEngine() {
		this.rules.requestMatchers(Forbidden.ALWAYS).denyAll();
		this.rules.requestMatchers("/engine-rest/**").hasAnyAuthority(Group.EVERYBODY);
	}

	private void mayRead(String... paths) {
		mayRead(Group.EVERYBODY, paths);
	}

	private void mayRead(String[] groups, String... paths) {
		may(GET, groups, paths);
		may(HEAD, groups, paths);
	}

	private void may(HttpMethod method, String[] groups, String... paths) {
		this.rules.requestMatchers(method, paths).hasAnyAuthority(groups);
	}

}
