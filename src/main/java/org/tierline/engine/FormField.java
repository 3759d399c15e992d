package org.tierline.engine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One field of a form.
 *
 * @param key its name in submissions and for the steps
 * @param hiddenIf FEEL conditions, its own and those of the groups around it: it is shown
 * when none of them holds
 */
record FormField(String key, boolean required, AnswerRule rule, List<String> hiddenIf) {

	FormField {
		hiddenIf = List.copyOf(hiddenIf);
	}

	boolean alwaysShown() {
		return this.hiddenIf.isEmpty();
	}

	/** Whether its conditions ask for the named field. */
	boolean dependsOn(String other) {
		Pattern word = Pattern.compile("\\b" + Pattern.quote(other) + "\\b");
		return this.hiddenIf.stream().anyMatch((condition) -> word.matcher(condition).find());
	}

	boolean shown(FormSituation situation) {
		return this.hiddenIf.stream().noneMatch((condition) -> Boolean.TRUE.equals(situation.evaluate(condition)));
	}

}
