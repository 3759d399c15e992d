package org.tierline.engine;

import java.sql.SQLException;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What callers hear of failures that are nobody's fault, and of those that are. */
class DoorsTests {

	@ParameterizedTest
	@ValueSource(strings = { "40001", "40P01", "23503" })
	void whoIsOvertakenInTheDatabaseHearsOfAConflict(String state) {
		assertThatExceptionOfType(RestException.class).isThrownBy(() -> Doors.ofTasks(() -> fail(state)))
			.satisfies((conflict) -> assertThat(conflict.getStatus().getStatusCode()).isEqualTo(409));
	}

	@Test
	void anotherFailureOfTheDatabaseIsNoConflict() {
		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> Doors.ofTasks(() -> fail("42P01")));
	}

	@Test
	void aTaskThatIsGoneIsAConflictAndOneThatIsThereIsNot() {
		assertThatExceptionOfType(RestException.class)
			.isThrownBy(() -> Doors.ofTasks(Doors.unlessGone(() -> true, () -> fail("42P01"))))
			.satisfies((conflict) -> assertThat(conflict.getStatus().getStatusCode()).isEqualTo(409));
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> Doors.ofTasks(Doors.unlessGone(() -> false, () -> fail("42P01"))));
	}

	private static Object fail(String state) {
		throw new ProcessEngineException("it failed", new SQLException("the database says", state));
	}

}
