package org.tierline.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Models that try to bring code of their own; none of them is deployed. */
@TierlineTest
class DeploymentGuardTests {

	@Autowired
	RepositoryService repository;

	@Autowired
	IdentityService identities;

	private long before;

	@BeforeEach
	void count() {
		this.before = this.repository.createDeploymentQuery().count();
	}

	@AfterEach
	void nothingWasDeployed() {
		this.identities.clearAuthentication();
		assertThat(this.repository.createDeploymentQuery().count()).isEqualTo(this.before);
	}

	static Stream<Arguments> attacks() {
		return Stream.of(
				arguments("<scriptTask id='Evil' scriptFormat='groovy'><script>x</script></scriptTask>", "scripts"),
				arguments("<scriptTask id='Evil' scriptFormat='juel' camunda:resource='x'/>", "scripts"),
				arguments(
						"<o:scriptTask xmlns:o='urn:other' id='Evil' scriptFormat='groovy'><script>x</script></o:scriptTask>",
						"scripts"),
				arguments("<serviceTask id='Evil' camunda:class='java.lang.String'/>", "classes"),
				arguments("<serviceTask id='Evil' a:class='java.lang.String' xmlns:a='http://activiti.org/bpmn'/>",
						"activiti"),
				arguments("<serviceTask id='Evil' a:expression='${x}' xmlns:a='http://activiti.org/bpmn'/>",
						"activiti"),
				arguments("<serviceTask id='Evil' camunda:type='shell'/>", "camunda:type shell"),
				arguments("<serviceTask id='Evil' camunda:type='mail'/>", "camunda:type mail"),
				arguments("<serviceTask id='Evil' camunda:delegateExpression='#{dataSource}'/>", "steps"),
				arguments("<serviceTask id='Evil' camunda:delegateExpression='${aVariable}'/>", "steps"),
				arguments("<serviceTask id='Evil' camunda:expression='${dataSource.getConnection()}'/>", "steps"),
				arguments("<serviceTask id='Evil' camunda:expression='${execution.processEngine}'/>", "execution"),
				arguments("<sendTask id='Evil' camunda:expression='${x.y()}'/>", "steps"),
				arguments("<businessRuleTask id='Evil' camunda:class='java.lang.String'/>", "classes"),
				arguments("<userTask id='Evil' camunda:assignee='${&apos;&apos;.getClass()}'/>", "steps"),
				arguments("<userTask id='Evil' camunda:dueDate='${a.b()}'/>", "steps"),
				arguments("<userTask id='Evil' camunda:formKey='embedded:app:evil.html'/>", "forms"),
				arguments("<userTask id='Evil' camunda:formHandlerClass='java.lang.String'/>", "classes"),
				arguments("<callActivity id='Evil' calledElement='x' camunda:variableMappingClass='java.lang.String'/>",
						"classes"),
				arguments(
						"<callActivity id='Evil' calledElement='x' camunda:variableMappingDelegateExpression='${x}'/>",
						"steps"),
				arguments("<callActivity id='Evil' camunda:caseRef='x'/>", "CMMN"),
				arguments(extended("<camunda:executionListener event='start' class='java.lang.String'/>"), "classes"),
				arguments(extended("<camunda:executionListener event='start' expression='${x.y()}'/>"), "steps"),
				arguments(extended("<camunda:taskListener event='create' delegateExpression='${x}'/>"), "steps"),
				arguments(extended("<camunda:executionListener event='start'><camunda:script scriptFormat='juel'>"
						+ "${1}</camunda:script></camunda:executionListener>"), "scripts"),
				arguments(extended("<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId>"
						+ "</camunda:connector>"), "connectors"),
				arguments(extended("<camunda:field name='x' stringValue='y'/>"), "fields"),
				arguments(extended("<camunda:inputOutput><camunda:inputParameter name='x'>${y.z()}"
						+ "</camunda:inputParameter></camunda:inputOutput>"), "steps"),
				arguments(extended("<camunda:inputOutput><camunda:inputParameter name='x'>$<!-- -->{y.z()}"
						+ "</camunda:inputParameter></camunda:inputOutput>"), "steps"),
				arguments(extended("<camunda:inputOutput><camunda:inputParameter name='x'><![CDATA[${y.z()}]]>"
						+ "</camunda:inputParameter></camunda:inputOutput>"), "steps"),
				arguments(extended("<camunda:inputOutput><camunda:inputParameter name='x'><camunda:map>"
						+ "<camunda:entry key='k'>${y.z()}</camunda:entry></camunda:map>"
						+ "</camunda:inputParameter></camunda:inputOutput>"), "steps"),
				arguments(extended("<camunda:formData><camunda:formField id='f' type='string'><camunda:validation>"
						+ "<camunda:constraint name='validator' config='java.lang.String'/></camunda:validation>"
						+ "</camunda:formField></camunda:formData>"), "validators"),
				arguments(extended("<camunda:formData><camunda:formField id='f' type='string' "
						+ "defaultValue='${x.y()}'/></camunda:formData>"), "steps"),
				arguments(
						"<userTask id='Evil'/><sequenceFlow id='f' sourceRef='Evil' targetRef='Evil'>"
								+ "<conditionExpression language='groovy'>1</conditionExpression></sequenceFlow>",
						"scripts"),
				arguments("<userTask id='Evil'/><sequenceFlow id='f' sourceRef='Evil' targetRef='Evil'>"
						+ "<conditionExpression>${a.b()}</conditionExpression></sequenceFlow>", "steps"),
				arguments("<userTask id='Evil'><multiInstanceLoopCharacteristics camunda:collection='${a.b()}'/>"
						+ "</userTask>", "steps"),
				arguments("<intermediateCatchEvent id='Evil'><timerEventDefinition><timeDate>${a.b()}</timeDate>"
						+ "</timerEventDefinition></intermediateCatchEvent>", "steps"));
	}

	private static String extended(String extension) {
		return "<userTask id='Evil'><extensionElements>" + extension + "</extensionElements></userTask>";
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void aModelWithCodeOfItsOwnIsRefused(String element, String reason) {
		assertThatThrownBy(() -> deploy("evil.bpmn", process(element))).isInstanceOf(DeploymentRefused.class)
			.hasMessageContainingAll("evil.bpmn: ", ": ", reason);
	}

	@Test
	void everyFaultIsNamedAtOnce() {
		assertThatThrownBy(
				() -> deploy("evil.bpmn", process("<serviceTask id='One' camunda:class='x'/><scriptTask id='Two'/>")))
			.hasMessageContainingAll("One: ", "Two: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.cmmn", "evil.groovy", "evil.js", "evil.html", "evil.bpmn20.xml", "evil.BPMN",
			"evilbpmn", "evil.dmn11.xml", "evil.jar", "evil.class", "evil" })
	void aFileOfAnotherKindIsRefused(String name) {
		assertThatThrownBy(() -> deploy(name, process("<userTask id='Good'/>"))).isInstanceOf(DeploymentRefused.class)
			.hasMessageContaining(name);
	}

	@Test
	void aFileOfAnotherKindIsRefusedAmongGoodOnes() {
		assertThatThrownBy(() -> this.repository.createDeployment()
			.addString("good.bpmn", process("<userTask id='Good'/>"))
			.addString("evil.sh", "id")
			.deploy()).isInstanceOf(DeploymentRefused.class).hasMessageContaining("evil.sh");
	}

	@Test
	void aModelThatReadsOtherFilesIsRefused() {
		String model = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
				+ process("<userTask id='Good' name='&e;'/>");
		assertThatThrownBy(() -> deploy("evil.bpmn", model)).isInstanceOf(DeploymentRefused.class)
			.hasMessageContaining("DOCTYPE");
		assertThatThrownBy(() -> deploy("evil.dmn", model)).isInstanceOf(DeploymentRefused.class);
		assertThatThrownBy(() -> deploy("evil.bpmn", process("").replace("<process",
				"<import importType='http://schemas.xmlsoap.org/wsdl/' location='http://localhost' namespace='x'/><process")))
			.isInstanceOf(DeploymentRefused.class)
			.hasMessageContaining("imports");
	}

	@ParameterizedTest
	@ValueSource(strings = { "juel", "groovy", "javascript", "" })
	void aTableSpeaksFeelAlone(String language) {
		for (String place : List.of("inputExpression", "inputEntry", "outputEntry")) {
			String table = table().replaceFirst("<" + place, "<" + place + " expressionLanguage='" + language + "'");
			assertThatThrownBy(() -> deploy("evil.dmn", table)).isInstanceOf(DeploymentRefused.class)
				.hasMessageContainingAll("evil.dmn", "only FEEL");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<g onload='alert(1)'/>", "<a href='java\nscript:alert(1)'/>",
			"<foreignObject/>" })
	void aPictureThatDoesSomethingIsRefused(String content) {
		assertThatThrownBy(() -> deploy("evil.svg", "<svg xmlns='http://www.w3.org/2000/svg'>" + content + "</svg>"))
			.isInstanceOf(DeploymentRefused.class)
			.hasMessageContaining("evil.svg");
	}

	@Test
	void aFormThatCannotBeCheckedIsRefused() {
		assertThatThrownBy(() -> deploy("evil.form", "no form")).isInstanceOf(DeploymentRefused.class)
			.hasMessageContaining("evil.form");
		assertThatThrownBy(() -> deploy("evil.form",
				"{\"id\":\"evil\",\"components\":[{\"type\":\"filepicker\",\"key\":\"file\"}]}"))
			.isInstanceOf(DeploymentRefused.class)
			.hasMessageContaining("filepicker");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "1", "{}", "{\"id\":\"evil\"}", "{\"components\":[]}" })
	void aFileThatIsNoFormIsRefused(String content) {
		assertThatThrownBy(() -> deploy("evil.form", content)).isInstanceOf(DeploymentRefused.class)
			.hasMessageContaining("evil.form has no id or no components");
	}

	@Test
	void aModelWhoseFormIsNowhereIsRefused() {
		assertThatThrownBy(() -> deploy("good.bpmn",
				process("<userTask id='Good' camunda:formRef='no-such-form' camunda:formRefBinding='deployment'/>")))
			.isInstanceOf(DeploymentRefused.class)
			.hasMessageContaining("good.bpmn: the form no-such-form is neither in this deployment nor");
	}

	@Test
	void theFormsOfAModelThatIsDeployedAloneComeAlong() {
		String id = this.repository.createDeployment()
			.addString("good.bpmn",
					process("<startEvent id='Begun'/><sequenceFlow id='f1' sourceRef='Begun' targetRef='Good'/>"
							+ "<userTask id='Good' camunda:formRef='triage-case' camunda:formRefBinding='deployment'/>"))
			.deploy()
			.getId();
		assertThat(this.repository.getDeploymentResourceNames(id)).containsExactlyInAnyOrder("good.bpmn",
				"triage-case.form");
		this.repository.deleteDeployment(id);
	}

	@Test
	void nobodyDeploysInTheNameOfTheProduct() {
		this.identities.setAuthentication("process-owner", List.of("process-owners"));
		assertThatThrownBy(() -> this.repository.createDeployment()
			.source(ModelsAtStart.SOURCE)
			.addString("good.bpmn", process("<userTask id='Good'/>"))
			.deploy()).isInstanceOf(DeploymentRefused.class).hasMessageContaining("source");
	}

	@Test
	void nobodyDeploysForATenant() {
		assertThatThrownBy(() -> this.repository.createDeployment()
			.tenantId("other")
			.addString("good.bpmn", process("<userTask id='Good'/>"))
			.deploy()).isInstanceOf(DeploymentRefused.class).hasMessageContaining("tenant");
	}

	@Test
	void aModelThatKeepsTheRulesIsDeployed() {
		String good = process("<startEvent id='Begun'/><sequenceFlow id='f1' sourceRef='Begun' targetRef='Good'/>"
				+ "<userTask id='Good' camunda:candidateGroups='tier1' camunda:priority='#{caseTask.priority(execution)}'>"
				+ "<extensionElements><camunda:properties><camunda:property name='a' value='b'/></camunda:properties>"
				+ "</extensionElements></userTask><sequenceFlow id='f2' sourceRef='Good' targetRef='Out'/>"
				+ "<serviceTask id='Out' camunda:type='external' camunda:topic='print'/>"
				+ "<sequenceFlow id='f3' sourceRef='Out' targetRef='Called'/>"
				+ "<callActivity id='Called' calledElement='release'><extensionElements>"
				+ "<camunda:in businessKey='#{execution.processBusinessKey}'/></extensionElements></callActivity>"
				+ "<sequenceFlow id='f4' sourceRef='Called' targetRef='Step'><conditionExpression>${tier == 1}"
				+ "</conditionExpression></sequenceFlow>"
				+ "<serviceTask id='Step' camunda:delegateExpression='#{acknowledgeCase}'/>");
		String id = this.repository.createDeployment()
			.name("A process owner's")
			.addString("good.bpmn", good)
			.addString("good.dmn", table())
			.addString("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>")
			.addString("good.form", "{\"id\":\"good\",\"components\":[]}")
			.deploy()
			.getId();
		assertThat(this.repository.createProcessDefinitionQuery().deploymentId(id).count()).isOne();
		assertThat(this.repository.createDecisionDefinitionQuery().deploymentId(id).count()).isOne();
		this.repository.deleteDeployment(id, true);
	}

	private void deploy(String name, String content) {
		this.repository.createDeployment()
			.addInputStream(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
			.deploy();
	}

	private static String process(String elements) {
		return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
				+ "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>"
				+ "<process id='guarded' isExecutable='true' camunda:historyTimeToLive='P1D'>" + elements
				+ "</process></definitions>";
	}

	private static String table() {
		return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' "
				+ "xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='t'>"
				+ "<decision id='guarded-table' name='d' camunda:historyTimeToLive='P1D'><decisionTable id='t'>"
				+ "<input id='i'><inputExpression id='ie' typeRef='string'><text>x</text></inputExpression></input>"
				+ "<output id='o' name='y' typeRef='string'/><rule id='r'><inputEntry id='r1'><text>\"a\"</text>"
				+ "</inputEntry><outputEntry id='r2'><text>\"b\"</text></outputEntry></rule></decisionTable></decision>"
				+ "</definitions>";
	}

}
