package org.tierline.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.springframework.boot.test.context.TestComponent;

/** Versions of a model that know less than the shipped one, until the test is over. */
@TestComponent
class OlderModel {

	private final RepositoryService repository;

	private final RuntimeService runtime;

	private final List<String> deployments = new ArrayList<>();

	OlderModel(RepositoryService repository, RuntimeService runtime) {
		this.repository = repository;
		this.runtime = runtime;
	}

	/** What is started from now on has never heard of the message. */
	void without(String key, String message) {
		without(key, message, "", "");
	}

	/** The same, and something else was called otherwise. */
	void without(String key, String message, String word, String formerWord) {
		BpmnModelInstance model = Bpmn.readModelFromFile(java.nio.file.Path.of("processes", key + ".bpmn").toFile());
		model.getDefinitions().getBpmDiagrams().forEach(model.getDefinitions()::removeChildElement);
		List.copyOf(model.getModelElementsByType(MessageEventDefinition.class))
			.stream()
			.filter((definition) -> definition.getMessage().getName().equals(message))
			.forEach((definition) -> remove((Event) definition.getParentElement()));
		List.copyOf(model.getModelElementsByType(Message.class))
			.stream()
			.filter((one) -> one.getName().equals(message))
			.forEach(model.getDefinitions()::removeChildElement);
		deploy(key, Bpmn.convertToString(model).replace(word.isEmpty() ? "\0" : word, formerWord));
	}

	private static void remove(Event event) {
		if (event.getParentElement() instanceof SubProcess around && around.triggeredByEvent()) {
			around.getParentElement().removeChildElement(around);
		}
		else {
			Collection<? extends ModelElementInstance> ways = List.copyOf(event.getOutgoing());
			ways.forEach((way) -> way.getParentElement().removeChildElement(way));
			event.getParentElement().removeChildElement(event);
		}
	}

	/** The shipped model is the newest again. */
	void shippedAgain(String key) {
		deploy(key, Bpmn
			.convertToString(Bpmn.readModelFromFile(java.nio.file.Path.of("processes", key + ".bpmn").toFile())));
	}

	private void deploy(String key, String model) {
		this.deployments.add(this.repository.createDeployment().addString(key + ".bpmn", model).deploy().getId());
	}

	/** Whether the process runs on the version that was deployed last. */
	boolean isNewest(Object key, String process) {
		ProcessDefinition newest = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult();
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(key.toString(), process)
			.singleResult()
			.getProcessDefinitionId()
			.equals(newest.getId());
	}

	void forget() {
		this.deployments.forEach((id) -> this.repository.deleteDeployment(id, true));
		this.deployments.clear();
	}

}
