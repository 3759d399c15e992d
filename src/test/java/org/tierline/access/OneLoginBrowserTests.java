package org.tierline.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tierline.TierlineTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one login as a person meets it; runs where Chromium and its driver are installed.
 */
@TierlineTest
@EnabledIf(value = "org.tierline.access.Browser#isInstalled", disabledReason = "Chromium or its driver is not here")
class OneLoginBrowserTests {

	@LocalServerPort
	int port;

	@Test
	void aTechnicianLogsInFindsTheQueuesAndLogsOutAgain() {
		try (Browser browser = new Browser(this.port)) {
			browser.open("/camunda/app/tasklist/default/");
			browser.arriveAt("/login");
			browser.logIn("tier1");
			browser.arriveAt(Home.TASKLIST);
			browser.seeText("body", "Tier 1");
			browser.seeText("body", "My tasks");
			browser.click(".account.dropdown .dropdown-toggle");
			browser.click(".logout a");
			browser.arriveAt("/login");
			browser.see("#password");
			assertThat(browser.errors()).doesNotContain("Content Security Policy");
		}
	}

}
