package org.tierline.access;

import java.net.http.HttpResponse;

import com.jayway.jsonpath.JsonPath;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Deploying over REST, as Camunda Modeler does it. */
@TierlineTest
class DeploymentDoorTests {

	private static final String GOOD = model("<startEvent id='Begun'/>");

	@LocalServerPort
	int port;

	@Autowired
	RepositoryService repository;

	@ParameterizedTest
	@ValueSource(strings = { "process-owner", "admin" })
	void aModelIsDeployed(String login) {
		HttpResponse<String> answer = deploy(login, "good.bpmn", GOOD, "Modeler");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		this.repository.deleteDeployment(JsonPath.read(answer.body(), "$.id"), true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tier1", "tier2", "tier3", "release-manager", "supervisor", "integration" })
	void othersDeployNothing(String login) {
		assertThat(deploy(login, "good.bpmn", GOOD, "Modeler").statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "evil.bpmn, <serviceTask id='Evil' camunda:class='x'/>, classes",
			"evil.bpmn, <scriptTask id='Evil' scriptFormat='groovy'/>, scripts",
			"evil.bpmn, <serviceTask id='Evil' camunda:delegateExpression='#{dataSource}'/>, steps",
			"evil.groovy, <userTask id='Good'/>, evil.groovy" })
	void aModelThatBreaksARuleIsABadRequestThatSaysWhy(String file, String element, String reason) {
		for (String login : new String[] { "process-owner", "admin" }) {
			HttpResponse<String> answer = deploy(login, file, model(element), "Modeler");
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
			assertThat(answer.body()).contains(file, reason);
		}
	}

	@Test
	void nobodyDeploysInTheNameOfTheProduct() {
		HttpResponse<String> answer = deploy("process-owner", "good.bpmn", GOOD, "tierline");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("source");
	}

	private HttpResponse<String> deploy(String login, String file, String content, String source) {
		String body = part("name=\"deployment-name\"", "test") + part("name=\"deployment-source\"", source)
				+ part("name=\"data\"; filename=\"" + file + "\"", content) + "--cut--\r\n";
		return Caller.program(this.port, login)
			.send("POST", "/engine-rest/deployment/create", body,
					(request) -> request.setHeader("Content-Type", "multipart/form-data; boundary=cut"));
	}

	private static String part(String name, String content) {
		return "--cut\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + content + "\r\n";
	}

	private static String model(String element) {
		return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
				+ "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>"
				+ "<process id='at-the-door' isExecutable='true' camunda:historyTimeToLive='P1D'>" + element
				+ "</process></definitions>";
	}

}
