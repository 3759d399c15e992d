package org.tierline.intake.web;

import java.util.List;

import org.tierline.cases.FieldProblem;

/**
 * A body with rules of its own beside those of its fields' types, so that one answer
 * names all that is wrong.
 */
interface Ruled {

	/**
	 * What else is wrong; fields that are wrong by their type are not looked at again.
	 */
	List<FieldProblem> problems();

}
