package org.tierline.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A deployed XML file, read without following anything that leads out of it. The engine
 * finds elements by their local names whatever their namespace, so names here are local.
 */
final class ModelXml {

	private final String resourceName;

	private final Document document;

	private ModelXml(String resourceName, Document document) {
		this.resourceName = resourceName;
		this.document = document;
	}

	static ModelXml read(String resourceName, byte[] content) {
		try {
			DocumentBuilder builder = safeFactory().newDocumentBuilder();
			builder.setErrorHandler(new DefaultHandler());
			return new ModelXml(resourceName, builder.parse(new ByteArrayInputStream(content)));
		}
		catch (SAXException | IOException ex) {
			throw new DeploymentRefused(resourceName + " is no readable XML: " + ex.getMessage());
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static DocumentBuilderFactory safeFactory() throws ParserConfigurationException {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		factory.setXIncludeAware(false);
		factory.setNamespaceAware(true);
		return factory;
	}

	private Stream<Element> elements() {
		NodeList all = this.document.getElementsByTagName("*");
		return stream(all.getLength(), all::item).map(Element.class::cast);
	}

	/** The ids of all elements with one of these names. */
	Stream<String> idsOf(String... names) {
		return elements().filter((element) -> List.of(names).contains(element.getLocalName()))
			.map((element) -> element.getAttribute("id"));
	}

	/** The forms that tasks and starts name. */
	Stream<String> formsByReference() {
		return elements().flatMap(ModelXml::attributes)
			.filter((attribute) -> "formRef".equals(attribute.getLocalName()))
			.map(Attr::getValue);
	}

	/** Refuses the deployment if a rule finds fault with an element. */
	void refuse(Function<Element, Stream<String>> rule) {
		List<String> faults = elements().flatMap((element) -> rule.apply(element).map((fault) -> at(element, fault)))
			.distinct()
			.toList();
		if (!faults.isEmpty()) {
			throw new DeploymentRefused(this.resourceName + ": " + String.join("; ", faults));
		}
	}

	private static String at(Element element, String fault) {
		return id(element).map((id) -> id + ": ").orElse("") + fault;
	}

	/** The id that people see in the diagram: the element's own, or of what it is in. */
	private static Optional<String> id(Element element) {
		return Stream.<Node>iterate(element, Element.class::isInstance, Node::getParentNode)
			.map(Element.class::cast)
			.map((node) -> node.getAttribute("id"))
			.filter((id) -> !id.isBlank())
			.findFirst();
	}

	static Stream<Attr> attributes(Element element) {
		return stream(element.getAttributes().getLength(), element.getAttributes()::item).map(Attr.class::cast);
	}

	/** The text of an element itself, as the engine puts it together. */
	static String text(Element element) {
		return stream(element.getChildNodes().getLength(), element.getChildNodes()::item)
			.filter((node) -> node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE)
			.map(Node::getNodeValue)
			.collect(Collectors.joining());
	}

	private static Stream<Node> stream(int length, IntFunction<Node> nodes) {
		return IntStream.range(0, length).mapToObj(nodes);
	}

}
