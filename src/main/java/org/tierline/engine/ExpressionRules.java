package org.tierline.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

import org.springframework.stereotype.Component;

/**
 * Reads an expression without evaluating it and says what a model must not do. The same
 * rules hold when it is evaluated ({@link ListedBeansOnly}); here they are heard in time.
 */
@Component
class ExpressionRules {

	private static final Builder TREES = new Builder(Builder.Feature.METHOD_INVOCATIONS);

	private static final Set<String> ENGINE_OBJECTS = Set.of("execution", "task", "externalTask", "caseExecution");

	private final ModelBeans beans;

	ExpressionRules(ModelBeans beans) {
		this.beans = beans;
	}

	static boolean isExpression(String text) {
		return text.contains("${") || text.contains("#{");
	}

	/** What is wrong with an expression, if something is. */
	Optional<String> fault(String expression) {
		return read(expression).map(this::faults).orElse(Stream.of("is no expression")).findFirst();
	}

	/** What is wrong with an expression that must be the name of a step. */
	Optional<String> faultOfStep(String expression) {
		return read(expression).filter(this::isListedBean).isPresent() ? Optional.empty()
				: Optional.of("is not one of the product's steps");
	}

	private static Optional<Node> read(String expression) {
		try {
			return Optional.of(TREES.build(expression.trim()).getRoot());
		}
		catch (TreeBuilderException ex) {
			return Optional.empty();
		}
	}

	private boolean isListedBean(Node root) {
		return root instanceof AstEval && root.getChild(0) instanceof AstIdentifier name
				&& this.beans.contains(name.getName());
	}

	private Stream<String> faults(Node node) {
		if (node instanceof AstMethod call) {
			return Stream.concat(call(call.getChild(0)), faults(call.getChild(1)));
		}
		return Stream.concat(own(node).stream(), children(node).flatMap(this::faults));
	}

	private static Stream<Node> children(Node node) {
		return IntStream.range(0, node.getCardinality()).<Node>mapToObj(node::getChild);
	}

	private Stream<String> call(Node property) {
		return (property instanceof AstDot method && method.getChild(0) instanceof AstIdentifier bean
				&& this.beans.offers(bean.getName(), name(method))) ? Stream.empty()
						: Stream.of("calls something that is not one of the product's steps");
	}

	private Optional<String> own(Node node) {
		if (node instanceof AstFunction function && !ModelExpressions.FUNCTIONS.contains(function.getName())) {
			return Optional.of("calls the unknown function " + function.getName());
		}
		if (node instanceof AstProperty property && property.getChild(0) instanceof AstIdentifier base
				&& !isReadable(base.getName(), property)) {
			return Optional.of("looks into " + base.getName() + ", which only the product's steps may do");
		}
		return Optional.empty();
	}

	private boolean isReadable(String base, AstProperty property) {
		return !this.beans.contains(base) && !ENGINE_OBJECTS.contains(base)
				|| ("execution".equals(base) && ListedBeansOnly.BUSINESS_KEY.equals(name(property)));
	}

	private static String name(AstProperty property) {
		return (property instanceof AstDot) ? property.toString().substring(". ".length()) : "";
	}

}
