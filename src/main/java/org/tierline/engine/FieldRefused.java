package org.tierline.engine;

/** One value cannot stand in its field; the message continues the field's name. */
class FieldRefused extends Exception {

	FieldRefused(String message) {
		super(message, null, false, false);
	}

}
