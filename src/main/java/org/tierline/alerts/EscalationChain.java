package org.tierline.alerts;

import java.util.List;
import java.util.Map;

/**
 * Who is told of warnings and breaches, in order. An alert keeps the chain it was raised
 * with.
 */
public interface EscalationChain {

	/** The steps of each level, in order; none: nobody is told. */
	Map<Level, List<ChainStep>> steps();

	/**
	 * Replaces the chain.
	 * @throws org.tierline.cases.InputRefused naming every step that cannot be
	 */
	void replace(Map<Level, List<Draft>> chain);

	/** A step as somebody wrote it. */
	record Draft(String recipient, String delay) {
	}

}
