package org.tierline.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The conditions of forms, each evaluated once for the same values: FEEL reads them and
 * makes all its built-in functions anew each time, an eighth of what a completion cost.
 * Only what compares names with literals means the same each time; every other condition
 * goes to FEEL as ever.
 */
class RememberedConditions {

	private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");

	private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

	private static final Pattern PLAIN = Pattern.compile("[\\s\\w.,<>=!]*");

	private static final Set<String> KEYWORDS = Set.of("and", "or", "null", "true", "false", "in", "between");

	/** Longer ones are seldom the same twice. */
	private static final int LONGEST = 200;

	private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

	private final Cache<String, Optional<Set<String>>> names = Caffeine.newBuilder().maximumSize(1_000).build();

	private final Cache<Asked, Optional<Object>> known = Caffeine.newBuilder().maximumSize(10_000).build();

	Object evaluate(String expression, VariableContext context) {
		return this.names.get(expression, RememberedConditions::names)
			.map((all) -> new Asked(expression, all.stream().map((name) -> value(name, context)).toList()))
			.filter(Asked::isSimple)
			.map((asked) -> this.known
				.get(asked, (missing) -> Optional.ofNullable(this.feel.evaluateSimpleExpression(expression, context)))
				.orElse(null))
			.orElseGet(() -> this.feel.evaluateSimpleExpression(expression, context));
	}

	/** Empty if its meaning may depend on more than these. */
	private static Optional<Set<String>> names(String expression) {
		String bare = TEXT.matcher(expression).replaceAll("");
		return PLAIN.matcher(bare).matches() ? Optional.of(NAME.matcher(bare)
			.results()
			.map(MatchResult::group)
			.filter((name) -> !KEYWORDS.contains(name))
			.collect(Collectors.toCollection(LinkedHashSet::new))) : Optional.empty();
	}

	private static Optional<Object> value(String name, VariableContext context) {
		TypedValue value = context.containsVariable(name) ? context.resolve(name) : null;
		return Optional.ofNullable((value != null) ? value.getValue() : null);
	}

	private record Asked(String expression, List<Optional<Object>> values) {

		boolean isSimple() {
			return this.values.stream().flatMap(Optional::stream).allMatch(Asked::isShort);
		}

		private static boolean isShort(Object value) {
			return value instanceof Boolean || value instanceof Integer || value instanceof Long
					|| (value instanceof String text && text.length() <= LONGEST);
		}

	}

}
