package org.tierline;

import org.springframework.boot.ExitCodeGenerator;

/**
 * Tierline cannot start, and the operator can do something about it: one line says what.
 */
class StartRefused extends RuntimeException implements ExitCodeGenerator {

	StartRefused(String line) {
		super(line);
	}

	@Override
	public int getExitCode() {
		return 1;
	}

}
