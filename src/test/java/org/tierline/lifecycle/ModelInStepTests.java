package org.tierline.lifecycle;

import java.beans.Introspector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/** Picture, code and log say the same word (R16). */
class ModelInStepTests {

	private static final String PROCESSES = "org.tierline.lifecycle.ShippedModel#processes";

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void anElementsIdIsItsNameInCamelCase(ShippedModel model) {
		for (FlowNode node : model.all(FlowNode.class)) {
			assertThat(node.getId()).isEqualTo(camelCase(node.getName()));
		}
		for (SequenceFlow flow : model.all(SequenceFlow.class)) {
			String source = flow.getSource().getId();
			assertThat(flow.getId()).isEqualTo((flow.getName() != null) ? source + camelCase(flow.getName())
					: source + "To" + flow.getTarget().getId());
		}
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void everyMessageAndEveryTaskIsAWordOfTheCode(ShippedModel model) {
		assertThat(model.constants().values())
			.containsAll(model.all(Message.class).stream().map(Message::getName).toList())
			.containsAll(model.all(UserTask.class).stream().map(UserTask::getId).toList())
			.contains(model.key());
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void everyWordOfTheCodeIsInTheModel(ShippedModel model) {
		Map<String, String> expected = new TreeMap<>();
		expected.put("KEY", model.key());
		Stream
			.of(model.all(Message.class).stream().map(Message::getName),
					model.all(FlowElement.class).stream().map(FlowElement::getId),
					model.all(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaDecisionRef))
			.flatMap((words) -> words)
			.forEach((word) -> expected.put(constantOf(word), word));
		assertThat(expected).containsAllEntriesOf(model.constants());
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void everyTaskHasTheFormOfItsName(ShippedModel model) {
		for (UserTask task : model.all(UserTask.class)) {
			assertThat(attribute(task, "formRef")).isEqualTo(kebabCase(task.getId()));
			assertThat(attribute(task, "formRefBinding")).as(task.getId()).isEqualTo("deployment");
		}
	}

	@Test
	void everyFormThatAModelNamesIsShippedAndNoOther() throws Exception {
		try (Stream<Path> forms = Files.list(Path.of("forms"))) {
			assertThat(ShippedModel.processes()
				.flatMap((model) -> model.matches("camunda:formRef=\"([^\"]+)\"").stream())
				.map((match) -> match.group(1) + ".form")
				.distinct())
				.containsExactlyInAnyOrderElementsOf(forms.map((form) -> form.getFileName().toString()).toList());
		}
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void aServiceTaskIsDoneByTheStepOfItsName(ShippedModel model) {
		for (ServiceTask task : model.all(ServiceTask.class)) {
			String step = Introspector.decapitalize(task.getId().replaceFirst("InTier2$", ""));
			assertThat(task.getCamundaDelegateExpression()).isEqualTo("#{" + step + "}");
		}
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void everyStepThatTheModelNamesExists(ShippedModel model) throws Exception {
		for (var match : model.matches("delegateExpression=\"#\\{(\\w+)}\"")) {
			assertThat(bean(match.group(1))).isAssignableTo(JavaDelegate.class);
		}
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void everyQuestionThatTheModelAsksABeanHasAnAnswer(ShippedModel model) throws Exception {
		for (var match : model.matches("#\\{(\\w+)\\.(\\w+)\\(execution\\)}")) {
			assertThat(bean(match.group(1)).getDeclaredMethods())
				.anyMatch((method) -> method.getName().equals(match.group(2)));
		}
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void aTableThatTheModelAsksIsShippedAndItsNewestVersionCounts(ShippedModel model) {
		for (BusinessRuleTask task : model.all(BusinessRuleTask.class)) {
			assertThat(Path.of("processes", task.getCamundaDecisionRef() + ".dmn")).exists();
			assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("latest");
		}
	}

	private static Class<?> bean(String name) throws ClassNotFoundException {
		String simpleName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
		Class<?> type = Class.forName("org.tierline.lifecycle." + simpleName);
		assertThat(type.getAnnotation(Component.class)).as("bean %s", name)
			.isNotNull()
			.matches((component) -> component.value().isEmpty() || component.value().equals(name));
		return type;
	}

	private static String attribute(UserTask task, String name) {
		return task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", name);
	}

	private static String camelCase(String name) {
		return Arrays.stream(name.split("[^A-Za-z0-9]+"))
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
	}

	private static String kebabCase(String id) {
		return id.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

	private static String constantOf(String word) {
		return kebabCase(word).replace('-', '_').toUpperCase(Locale.ROOT);
	}

}
