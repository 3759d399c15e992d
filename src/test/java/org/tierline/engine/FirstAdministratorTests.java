package org.tierline.engine;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tierline.Logins;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@TierlineTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {

	@Autowired
	IdentityService identities;

	@Autowired
	EngineLogins logins;

	@BeforeEach
	void thereIsNoAdministrator() {
		this.identities.deleteUser("admin");
	}

	@AfterEach
	void asBefore() {
		this.identities.deleteUser("boss");
		Logins.add(this.identities, "admin", "Ada", "Bergstrom", "camunda-admin");
	}

	@Test
	void theOperatorsSettingsMakeTheFirstAdministrator() {
		new FirstAdministrator(this.identities, "boss", "long and secret").ensure();
		assertThat(this.logins.verify("boss", "long and secret"))
			.hasValueSatisfying((boss) -> assertThat(boss.groups()).containsExactly("camunda-admin"));
	}

	@Test
	void onceThereIsAnAdministratorTheSettingsCountNoMore() {
		Logins.add(this.identities, "admin", "Ada", "Bergstrom", "camunda-admin");
		new FirstAdministrator(this.identities, "boss", "long and secret").ensure();
		assertThat(this.logins.find("boss")).isEmpty();
	}

	@Test
	void withoutSettingsNobodyIsMadeAndOneLineSaysSo(CapturedOutput output) {
		new FirstAdministrator(this.identities, "", "").ensure();
		assertThat(this.identities.createUserQuery().memberOfGroup("camunda-admin").count()).isZero();
		assertThat(output.getOut()).contains("TIERLINE_ADMIN_USER");
	}

}
