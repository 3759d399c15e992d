package org.tierline.sla;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SlaTargetsTests {

	@Test
	void aRowIsReadAndNullIsNoPromise() {
		SlaTargets targets = SlaTargets.parse("PT8H", null, "PT24H", "site");
		assertThat(targets.of(Target.RESPONSE)).isEqualTo(Duration.ofHours(8));
		assertThat(targets.of(Target.UPDATE)).isNull();
		assertThat(targets.calendar()).isEqualTo(CalendarKind.SITE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "8 hours", "PT0S", "-PT1H", "" })
	void whatIsNoDurationIsRefusedByTheNameOfItsTarget(String garbage) {
		assertThatIllegalArgumentException().isThrownBy(() -> SlaTargets.parse("PT8H", null, garbage, "site"))
			.withMessageStartingWith("resolution");
	}

	@Test
	void anUnknownCalendarIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> SlaTargets.parse("PT8H", null, null, "moon"));
	}

}
