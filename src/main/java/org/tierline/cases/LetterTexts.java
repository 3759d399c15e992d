package org.tierline.cases;

import java.util.Map;

/**
 * Words the letters that no person writes. The room that keeps the templates implements
 * it: cases know when something is to be said, not how.
 */
public interface LetterTexts {

	/**
	 * The text of a letter, to be kept in the conversation.
	 * @param facts what the case itself does not say, such as the release of a fix
	 */
	String text(Occasion occasion, CaseFile file, Map<String, Object> facts);

}
