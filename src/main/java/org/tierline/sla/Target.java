package org.tierline.sla;

/**
 * What is promised in time: a first answer, news while the customer waits, a resolution.
 */
public enum Target {

	RESPONSE, UPDATE, RESOLUTION

}
