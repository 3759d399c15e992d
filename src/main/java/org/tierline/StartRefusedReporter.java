package org.tierline;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.SpringBootExceptionReporter;

/** Reports {@link StartRefused} in its one line instead of a stack trace. */
class StartRefusedReporter implements SpringBootExceptionReporter {

	private static final Log logger = LogFactory.getLog(TierlineApplication.class);

	@Override
	public boolean reportException(Throwable failure) {
		if (failure instanceof StartRefused refused) {
			logger.error(refused.getMessage());
			return true;
		}
		return false;
	}

}
