package org.tierline.cases;

/** Whether the customer sees a message. */
public enum Visibility implements Word {

	PUBLIC, INTERNAL

}
