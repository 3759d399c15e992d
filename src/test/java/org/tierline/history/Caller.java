package org.tierline.history;

/** Calls the product over HTTP. */
@FunctionalInterface
public interface Caller {

	/**
	 * The body of the answer to a call that went well.
	 * @param group whose login calls: integrations, supervisors, tier1 or tier2
	 */
	String call(String group, String method, String path, String body) throws Exception;

}
