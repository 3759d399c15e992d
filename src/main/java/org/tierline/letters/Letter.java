package org.tierline.letters;

import com.samskivert.mustache.Mustache;

/**
 * A letter as the customer reads it: the same as text and as HTML.
 */
record Letter(String subject, String text, String html) {

	static final Mustache.Compiler HTML = Mustache.compiler().escapeHTML(true).nullValue("");

}
