package org.tierline.engine;

import java.math.BigDecimal;

/**
 * A number.
 *
 * @param min smallest, or {@code null}
 * @param max largest, or {@code null}
 */
record NumberAnswer(BigDecimal min, BigDecimal max) implements AnswerRule {

	@Override
	public Number read(Object value, FormSituation situation) throws FieldRefused {
		if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
			throw new FieldRefused("must be a number");
		}
		BigDecimal size = new BigDecimal(number.toString());
		if (this.min != null && size.compareTo(this.min) < 0) {
			throw new FieldRefused("must be at least " + this.min);
		}
		if (this.max != null && size.compareTo(this.max) > 0) {
			throw new FieldRefused("may be at most " + this.max);
		}
		return number;
	}

}
