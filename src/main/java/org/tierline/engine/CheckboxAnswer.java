package org.tierline.engine;

/**
 * A checkbox: a boolean, never the word for one.
 *
 * @param required must be ticked, as in the browser
 */
record CheckboxAnswer(boolean required) implements AnswerRule {

	@Override
	public Boolean read(Object value, FormSituation situation) throws FieldRefused {
		if (!(value instanceof Boolean ticked)) {
			throw new FieldRefused("must be true or false (a JSON boolean)");
		}
		if (this.required && !ticked) {
			throw new FieldRefused("must be true");
		}
		return ticked;
	}

}
