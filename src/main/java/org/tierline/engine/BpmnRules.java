package org.tierline.engine;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;

import org.springframework.stereotype.Component;

/**
 * A process model says what happens when; what a step does is written by developers. So a
 * model names steps and reads variables, and brings no code of its own.
 */
@Component
class BpmnRules implements DeploymentCheck {

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	/** The engine takes the name of its ancestor for its own. */
	private static final String ACTIVITI = "http://activiti.org/bpmn";

	private static final Map<String, String> ELEMENTS = Map.of("scriptTask", "scripts are not allowed", "script",
			"scripts are not allowed", "connector", "connectors are not allowed", "connectorId",
			"connectors are not allowed", "field", "fields cannot be injected into steps", "import",
			"imports are not allowed");

	private static final Map<String, String> ATTRIBUTES = Map.of("class", "classes are not allowed, name a step",
			"formHandlerClass", "classes are not allowed", "variableMappingClass", "classes are not allowed",
			"resource", "scripts are not allowed", "caseRef", "cases in CMMN are not allowed", "formKey",
			"only forms of Camunda Forms are allowed, name one by its reference");

	private static final Set<String> STEPS = Set.of("delegateExpression", "variableMappingDelegateExpression");

	private static final Set<String> WORDS_ONLY = Set.of("documentation", "text");

	private final ExpressionRules expressions;

	BpmnRules(ExpressionRules expressions) {
		this.expressions = expressions;
	}

	@Override
	public void check(String resourceName, byte[] content) {
		if (resourceName.endsWith(".bpmn")) {
			ModelXml.read(resourceName, content).refuse(this::faults);
		}
	}

	private Stream<String> faults(Element element) {
		return Stream
			.of(ofElement(element), ofText(element),
					ModelXml.attributes(element).flatMap((attribute) -> ofAttribute(element, attribute)))
			.flatMap((faults) -> faults);
	}

	private static Stream<String> ofElement(Element element) {
		String name = element.getLocalName();
		if (ACTIVITI.equals(element.getNamespaceURI())) {
			return Stream.of("the namespace " + ACTIVITI + " is not allowed");
		}
		if ("constraint".equals(name) && "validator".equals(element.getAttribute("name"))) {
			return Stream.of("validators of fields are not allowed");
		}
		return Stream.ofNullable(ELEMENTS.get(name)).map((fault) -> name + ": " + fault);
	}

	private Stream<String> ofText(Element element) {
		String text = ModelXml.text(element).trim();
		return WORDS_ONLY.contains(element.getLocalName()) ? Stream.empty() : ofValue(element.getLocalName(), text);
	}

	private Stream<String> ofAttribute(Element element, Attr attribute) {
		String name = attribute.getLocalName();
		if (ACTIVITI.equals(attribute.getNamespaceURI())) {
			return Stream.of("the namespace " + ACTIVITI + " is not allowed");
		}
		if ("scriptFormat".equals(name) || "language".equals(name)) {
			return Stream.of(name + ": scripts are not allowed");
		}
		return isCamundas(element, attribute) ? ofExtension(attribute) : ofValue(name, attribute.getValue());
	}

	private static boolean isCamundas(Element element, Attr attribute) {
		return CAMUNDA.equals(attribute.getNamespaceURI())
				|| (attribute.getNamespaceURI() == null && CAMUNDA.equals(element.getNamespaceURI()));
	}

	private Stream<String> ofExtension(Attr attribute) {
		String name = attribute.getLocalName();
		String value = attribute.getValue();
		if (ATTRIBUTES.containsKey(name)) {
			return Stream.of("camunda:" + name + ": " + ATTRIBUTES.get(name));
		}
		if (STEPS.contains(name)) {
			return this.expressions.faultOfStep(value).map((fault) -> value + " " + fault).stream();
		}
		// Others send mail and run commands of the machine.
		if ("type".equals(name) && attribute.getNamespaceURI() != null && !"external".equals(value)) {
			return Stream.of("camunda:type " + value + " is not allowed");
		}
		return ofValue(name, value);
	}

	private Stream<String> ofValue(String name, String value) {
		return ExpressionRules.isExpression(value)
				? this.expressions.fault(value).map((fault) -> name + " " + value + " " + fault).stream()
				: Stream.empty();
	}

}
