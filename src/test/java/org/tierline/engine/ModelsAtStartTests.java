package org.tierline.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a start does with the models, however often and from wherever it starts. */
@TierlineTest
@ExtendWith(OutputCaptureExtension.class)
class ModelsAtStartTests {

	@Autowired
	CommandExecutor engine;

	@Autowired
	RepositoryService repository;

	@TempDir
	Path folder;

	private Set<String> before;

	@BeforeEach
	void remember() throws IOException {
		this.before = deployments().collect(Collectors.toSet());
		for (String kind : List.of("processes", "forms")) {
			Files.createDirectory(this.folder.resolve(kind));
			try (Stream<Path> files = Files.list(Path.of(kind))) {
				for (Path file : files.toList()) {
					Files.copy(file, this.folder.resolve(file));
				}
			}
		}
	}

	@AfterEach
	void forget() {
		added().forEach((id) -> this.repository.deleteDeployment(id, true));
	}

	@Test
	void everythingIsOneDeploymentByFileName() {
		Deployment deployment = this.repository.createDeploymentQuery().deploymentSource("tierline").singleResult();
		assertThat(deployment.getName()).isEqualTo("tierline");
		assertThat(this.repository.getDeploymentResourceNames(deployment.getId())).contains("support-case.bpmn",
				"patch-pipeline.bpmn", "release.bpmn", "severity.dmn", "sla-targets.dmn", "patch-priority.dmn",
				"open-case.form", "triage-case.form");
	}

	@Test
	void aSecondStartDeploysNothing() {
		start("", false);
		assertThat(added()).isEmpty();
	}

	@Test
	void aStartFromAnotherFolderDeploysNothing() {
		start(this.folder.toString(), false);
		start(this.folder + "/", false);
		assertThat(added()).isEmpty();
	}

	@Test
	void aChangedTableDeploysTheWholeSet() throws IOException {
		change("processes/severity.dmn", "Severity", "Severity of a case");
		start(this.folder.toString(), false);
		assertThat(added()).hasSize(1);
		assertThat(this.repository.getDeploymentResourceNames(added().get(0))).contains("support-case.bpmn",
				"triage-case.form");
	}

	@Test
	void aChangedFormDeploysTheWholeSet() throws IOException {
		change("forms/triage-case.form", "{", "{ ");
		start(this.folder.toString(), false);
		assertThat(this.repository.getDeploymentResourceNames(added().get(0))).contains("support-case.bpmn");
	}

	@Test
	void ofTwoNodesThatStartAtOnceOneDeploys() throws IOException {
		change("processes/severity.dmn", "Severity", "Severity of a case");
		Stream.generate(() -> CompletableFuture.runAsync(() -> start(this.folder.toString(), false)))
			.limit(2)
			.toList()
			.forEach(CompletableFuture::join);
		assertThat(added()).hasSize(1);
	}

	@Test
	void whatAProcessOwnerDeployedIsNeverReplacedAndTheLogSaysSo(CapturedOutput log) throws IOException {
		String owners = deployAsOwner("processes/severity.dmn", "severity.dmn");
		change("processes/release.bpmn", "Release", "A release");
		start(this.folder.toString(), false);
		assertThat(added()).containsExactly(owners);
		assertThat(log).contains("The models are left as they are", "the newest severity.", "tierline.models-replace");
	}

	@Test
	void neitherIsAForm(CapturedOutput log) throws IOException {
		String owners = deployAsOwner("forms/triage-case.form", "mine.form");
		start("", false);
		assertThat(added()).containsExactly(owners);
		assertThat(log).contains("the newest triage-case.");
	}

	@Test
	void theOperatorMayDecideToReplaceIt(CapturedOutput log) throws IOException {
		deployAsOwner("processes/severity.dmn", "severity.dmn");
		start("", true);
		assertThat(added()).hasSize(2);
		assertThat(log).contains("Replaced what a process owner had deployed: severity");
		start("", true);
		assertThat(added()).hasSize(2);
	}

	@Test
	void aModelOfOnesOwnBesideTheShippedOnesIsNoReason() throws IOException {
		String own = this.repository.createDeployment().addClasspathResource("access/two-tiers.bpmn").deploy().getId();
		change("processes/severity.dmn", "Severity", "Severity of a case");
		start(this.folder.toString(), false);
		assertThat(added()).hasSize(2).contains(own);
	}

	@Test
	void anEmptyFolderStopsTheStart() {
		String empty = this.folder.resolve("nothing").toString();
		assertThatThrownBy(() -> start(empty, false)).hasMessageContainingAll("no models", empty);
		assertThat(added()).isEmpty();
	}

	@Test
	void aModelThatBreaksARuleStopsTheStart() throws IOException {
		change("processes/release.bpmn", "#{recordApproval}", "#{dataSource}");
		assertThatThrownBy(() -> start(this.folder.toString(), false)).isInstanceOf(DeploymentRefused.class)
			.hasMessageContainingAll("release.bpmn", "RecordApproval", "#{dataSource}");
		assertThat(added()).isEmpty();
	}

	private void start(String models, boolean replace) {
		new ModelsAtStart(this.engine, this.repository, models, replace).afterSingletonsInstantiated();
	}

	private String deployAsOwner(String file, String name) throws IOException {
		String content = Files.readString(Path.of(file)).replaceFirst("\\{", "{ ").replaceFirst("\">", "\" >");
		return this.repository.createDeployment().name("Modeler").addString(name, content).deploy().getId();
	}

	private void change(String file, String from, String to) throws IOException {
		Path path = this.folder.resolve(file);
		String content = Files.readString(path, StandardCharsets.UTF_8);
		Files.writeString(path, content.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
	}

	private List<String> added() {
		return deployments().filter((id) -> !this.before.contains(id)).toList();
	}

	private Stream<String> deployments() {
		return this.repository.createDeploymentQuery().list().stream().map(Deployment::getId);
	}

}
