package org.tierline.engine;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;

import org.springframework.stereotype.Component;

/** A picture beside a model is shown in browsers of others, so it must do nothing. */
@Component
class PictureRules implements DeploymentCheck {

	private static final Set<String> ACTIVE = Set.of("script", "foreignobject", "iframe", "object", "embed");

	@Override
	public void check(String resourceName, byte[] content) {
		if (resourceName.endsWith(".svg")) {
			ModelXml.read(resourceName, content).refuse(PictureRules::faults);
		}
	}

	private static Stream<String> faults(Element element) {
		String name = element.getLocalName().toLowerCase(Locale.ROOT);
		return ACTIVE.contains(name) ? Stream.of(name + " is not allowed in a picture")
				: ModelXml.attributes(element)
					.filter(PictureRules::isActive)
					.map((attribute) -> attribute.getName() + " is not allowed in a picture");
	}

	private static boolean isActive(Attr attribute) {
		String name = attribute.getLocalName().toLowerCase(Locale.ROOT);
		String value = attribute.getValue().replaceAll("\\s", "").toLowerCase(Locale.ROOT);
		return name.startsWith("on") || value.startsWith("javascript:") || value.startsWith("data:text");
	}

}
