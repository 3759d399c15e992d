package org.tierline.cases;

/** What the problem does to the work; with the impact it makes the severity. */
public enum Urgency implements Word {

	STOPPED, HINDERED, QUESTION

}
