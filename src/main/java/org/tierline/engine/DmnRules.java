package org.tierline.engine;

import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

import org.springframework.stereotype.Component;

/**
 * Decisions speak FEEL alone, which can compute and compare but reach nothing else.
 */
@Component
class DmnRules implements DeploymentCheck {

	private static final Set<String> FEEL = Set.of("feel", DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
			DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
			DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
			DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
			DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);

	@Override
	public void check(String resourceName, byte[] content) {
		if (resourceName.endsWith(".dmn")) {
			ModelXml.read(resourceName, content).refuse(DmnRules::faults);
		}
	}

	private static Stream<String> faults(Element element) {
		if ("import".equals(element.getLocalName())) {
			return Stream.of("imports are not allowed");
		}
		return ModelXml.attributes(element)
			.filter(DmnRules::isForeignLanguage)
			.map((attribute) -> "the language " + attribute.getValue() + " is not allowed, only FEEL");
	}

	private static boolean isForeignLanguage(Attr attribute) {
		return "expressionLanguage".equals(attribute.getLocalName()) && !FEEL.contains(attribute.getValue());
	}

}
