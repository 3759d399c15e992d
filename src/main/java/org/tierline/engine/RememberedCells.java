package org.tierline.engine;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The cells of decision tables, each evaluated once: the engine's FEEL makes all its
 * built-in functions anew for every cell, a third of what an opening cost. A cell of
 * nothing but literals, comparisons and intervals means the same each time; every other
 * expression goes to FEEL as ever.
 */
class RememberedCells implements FeelEngine {

	private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");

	private static final Pattern PLAIN = Pattern.compile("(?:[\\s\\d.,<>=\\[\\]()-]|\\b(?:true|false|null|not)\\b)*");

	private static final Pattern NAME = Pattern.compile("\\s*[A-Za-z]\\w*\\s*");

	private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

	private final Cache<Cell, Optional<Object>> known = Caffeine.newBuilder().maximumSize(10_000).build();

	@Override
	@SuppressWarnings("unchecked")
	public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
		Supplier<Object> asked = () -> this.feel.evaluateSimpleExpression(expression, context);
		if (isPlain(expression)) {
			return (T) once(new Cell("", expression, null), asked);
		}
		Object value = NAME.matcher(expression).matches() ? value(expression.strip(), context) : null;
		return (T) (isSimple(value) ? once(new Cell("name", expression, value), asked) : asked.get());
	}

	@Override
	public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext context) {
		Supplier<Object> asked = () -> this.feel.evaluateSimpleUnaryTests(expression, input, context);
		Object value = value(input, context);
		return (boolean) ((isPlain(expression) && isSimple(value)) ? once(new Cell("test", expression, value), asked)
				: asked.get());
	}

	private Object once(Cell cell, Supplier<Object> asked) {
		return this.known.get(cell, (missing) -> Optional.ofNullable(asked.get())).orElse(null);
	}

	private static Object value(String name, VariableContext context) {
		TypedValue value = context.containsVariable(name) ? context.resolve(name) : null;
		return (value != null) ? value.getValue() : null;
	}

	private static boolean isSimple(Object value) {
		return value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long;
	}

	/** Whether its meaning depends on nothing but the value that is tested. */
	private static boolean isPlain(String expression) {
		return PLAIN.matcher(TEXT.matcher(expression).replaceAll("")).matches();
	}

	private record Cell(String kind, String expression, Object value) {
	}

}
