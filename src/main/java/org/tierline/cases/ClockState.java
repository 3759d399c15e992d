package org.tierline.cases;

/** What a clock shows; derived from its row and the time, never stored. */
public enum ClockState implements Word {

	RUNNING, PAUSED, MET, BREACHED, NONE

}
