package org.tierline.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every model of ours keeps, so that a process owner can read and change it. */
class ModelHouseRulesTests {

	private static final String PROCESSES = "org.tierline.lifecycle.ShippedModel#processes";

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void everyElementIsInTheDiagram(ShippedModel model) {
		assertThat(model.all(FlowNode.class)).allMatch((node) -> node.getDiagramElement() != null);
		assertThat(model.all(SequenceFlow.class)).allMatch((flow) -> flow.getDiagramElement() != null);
		assertThat(model.all(SubProcess.class)).allMatch((box) -> ((BpmnShape) box.getDiagramElement()).isExpanded());
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void tasksAndDecisionsSayWhatTheyAreFor(ShippedModel model) {
		assertThat(Stream.concat(model.all(UserTask.class).stream(), model.all(BusinessRuleTask.class).stream()))
			.allMatch((task) -> !task.getDocumentations().isEmpty());
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void everyWayOutOfADecisionHasAName(ShippedModel model) {
		assertThat(model.all(ExclusiveGateway.class)).flatMap(FlowNode::getOutgoing)
			.allMatch((flow) -> flow.getName() != null);
	}

	/** The outcome was set by a form, a table or a step; the model only reads it. */
	@ParameterizedTest
	@MethodSource(PROCESSES)
	void gatewaysOnlyReadAnOutcome(ShippedModel model) {
		assertThat(model.all(ConditionExpression.class)).extracting(ConditionExpression::getTextContent)
			.allMatch((condition) -> condition.matches("\\$\\{\\w+( == ('[a-z-]+'|\\d))?}"));
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void noModelCarriesCode(ShippedModel model) {
		assertThat(model.text()).doesNotContainIgnoringCase("script")
			.doesNotContain("camunda:class", "camunda:expression", "Listener", "camunda:connector");
	}

	@ParameterizedTest
	@MethodSource(PROCESSES)
	void historyIsKeptForThreeYears(ShippedModel model) {
		assertThat(model.all(Process.class)).singleElement()
			.satisfies((process) -> assertThat(process.getId()).isEqualTo(model.key()))
			.satisfies((process) -> assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1095D"));
	}

	/**
	 * The three retries of the engine come at once: too soon for a database's restart.
	 */
	@ParameterizedTest
	@MethodSource(PROCESSES)
	void aStepOfItsOwnTransactionIsTriedForSomeMinutes(ShippedModel model) {
		assertThat(model.all(FlowNode.class)).filteredOn(FlowNode::isCamundaAsyncBefore)
			.allMatch((step) -> retryCycle(step).equals("R5/PT1M"));
	}

	/**
	 * A retry cycle overwrites the date of a failed job, also one that was just moved to
	 * later (R20).
	 */
	@ParameterizedTest
	@MethodSource(PROCESSES)
	void aTimerKeepsTheDateOfItsClock(ShippedModel model) {
		assertThat(model.all(CamundaFailedJobRetryTimeCycle.class))
			.allMatch((cycle) -> cycle.getParentElement().getParentElement() instanceof ServiceTask);
	}

	@Test
	void everyPictureShowsItsModelsCurrentVersion() throws Exception {
		for (Path model : ShippedModel.files()) {
			String name = model.getFileName().toString();
			Path picture = Path.of("docs/processes", name.replaceFirst("\\.\\w+$", ".svg"));
			assertThat(picture).as("run: node docs/processes/render.mjs").exists();
			assertThat(firstLine(picture)).as("%s is stale; run: node docs/processes/render.mjs", picture)
				.isEqualTo("<!-- processes/%s sha256:%s -->", name, sha256(model));
		}
	}

	private static String retryCycle(BaseElement step) {
		return step.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaFailedJobRetryTimeCycle.class)
			.singleResult()
			.getTextContent();
	}

	private static String firstLine(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.findFirst().orElse("");
		}
	}

	private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
	}

}
