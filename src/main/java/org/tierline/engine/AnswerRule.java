package org.tierline.engine;

/** What may stand in a field of one kind. */
interface AnswerRule {

	/**
	 * The answer as steps read it.
	 * @param value not empty
	 * @throws FieldRefused when it cannot stand in the field
	 */
	Object read(Object value, FormSituation situation) throws FieldRefused;

}
