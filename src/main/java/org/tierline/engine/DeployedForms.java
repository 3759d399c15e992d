package org.tierline.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

import org.springframework.stereotype.Component;

/**
 * The forms as they were deployed; what is deployed never changes, so each is read once.
 */
@Component
class DeployedForms {

	private static final int KEPT = 500;

	private final Cache<Source, TaskForm> forms = Caffeine.newBuilder().maximumSize(KEPT).build();

	/**
	 * Where a form lies that comes along with its process; one bound to "latest" moves.
	 */
	private final Cache<Binding, Source> sources = Caffeine.newBuilder().maximumSize(KEPT).build();

	/** The form of a task; without one, a form that asks nothing. */
	TaskForm of(TaskEntity task, CommandContext context) {
		if (task.getTaskDefinition() == null) {
			return TaskForm.NONE;
		}
		FormData data = task.getTaskDefinition().getTaskFormHandler().createTaskForm(task);
		return form(data, context).orElse(TaskForm.NONE);
	}

	/** The form that starts a process, if it has one. */
	Optional<TaskForm> of(ProcessDefinitionEntity definition, CommandContext context) {
		return (definition.getStartFormHandler() != null)
				? form(definition.getStartFormHandler().createStartFormData(definition), context) : Optional.empty();
	}

	private Optional<TaskForm> form(FormData data, CommandContext context) {
		return Optional.ofNullable(data)
			.filter((found) -> found.getCamundaFormRef() != null)
			.map((found) -> "deployment".equals(found.getCamundaFormRef().getBinding())
					? this.sources.get(Binding.of(found), (missing) -> source(found, context)) : source(found, context))
			.map((source) -> this.forms.get(source, (missing) -> read(missing, context)));
	}

	private static Source source(FormData data, CommandContext context) {
		CamundaFormDefinition form = context
			.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(data.getCamundaFormRef(), data.getDeploymentId()));
		if (form == null) {
			throw new ProcessEngineException("The form " + data.getCamundaFormRef().getKey() + " is not deployed");
		}
		return new Source(form.getDeploymentId(), form.getResourceName());
	}

	private static TaskForm read(Source source, CommandContext context) {
		var load = new GetDeploymentResourceCmd(source.deployment(), source.resource());
		try (InputStream content = context.runWithoutAuthorization(load)) {
			return FormFile.read(source.resource(), content.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Source(String deployment, String resource) {

	}

	private record Binding(String deployment, String key) {

		static Binding of(FormData data) {
			return new Binding(data.getDeploymentId(), data.getCamundaFormRef().getKey());
		}

	}

}
