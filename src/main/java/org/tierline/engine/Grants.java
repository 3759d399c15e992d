package org.tierline.engine;

import java.util.List;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;

/**
 * The groups of the product and what each may do in the engine: as little as its work
 * needs. Rights on single tasks come from {@link TaskRights}. Every start adds what is
 * missing and takes nothing away.
 */
class Grants {

	private static final String ADMINISTRATORS = "camunda-admin";

	/** The process that begins with a customer. */
	static final String CASE = "support-case";

	/** Who talks to customers and so opens cases (R2). */
	static final List<String> OPENERS = List.of("tier1", "tier2", "tier3", "supervisors", "integrations");

	private static final List<String> TASKLIST = List.of("tier1", "tier2", "tier3", "release-managers", "supervisors");

	private static final List<String> GROUPS = List.of("tier1", "tier2", "tier3", "release-managers", "supervisors",
			"process-owners", "integrations", ADMINISTRATORS);

	private final IdentityService identities;

	private final AuthorizationService authorizations;

	Grants(ProcessEngine engine) {
		this.identities = engine.getIdentityService();
		this.authorizations = engine.getAuthorizationService();
	}

	void ensure() {
		GROUPS.forEach(this::group);
		OPENERS.forEach(this::mayOpenCases);
		TASKLIST.forEach((group) -> may(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
		// Whoever sees the process hears 403 where its start is refused, not 404.
		maySeeTheDiagram(CASE, "release-managers");
		maySeeTheDiagram("patch-pipeline", "tier3", "release-managers");
		maySeeTheDiagram("release", "release-managers");
		mayDeployModels("process-owners");
		for (Resource resource : Resources.values()) {
			may(ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL);
		}
	}

	private void group(String id) {
		if (this.identities.createGroupQuery().groupId(id).count() == 0) {
			Group group = this.identities.newGroup(id);
			group.setName(Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' '));
			group.setType(ADMINISTRATORS.equals(id) ? "SYSTEM" : "WORKFLOW");
			this.identities.saveGroup(group);
		}
	}

	private void mayOpenCases(String group) {
		may(group, Resources.PROCESS_DEFINITION, CASE, ProcessDefinitionPermissions.READ,
				ProcessDefinitionPermissions.CREATE_INSTANCE);
		may(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
	}

	/** Of the process that a group's own tasks belong to. */
	private void maySeeTheDiagram(String process, String... groups) {
		for (String group : groups) {
			may(group, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ);
		}
	}

	private void mayDeployModels(String group) {
		may(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		may(group, Resources.DEPLOYMENT, Authorization.ANY, Permissions.CREATE, Permissions.READ);
		may(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
		may(group, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
		may(group, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
	}

	private void may(String group, Resource resource, String id, Permission... permissions) {
		Authorization grant = grant(group, resource, id);
		boolean complete = grant.getId() != null;
		for (Permission permission : permissions) {
			complete &= grant.isPermissionGranted(permission);
			grant.addPermission(permission);
		}
		if (!complete) {
			this.authorizations.saveAuthorization(grant);
		}
	}

	private Authorization grant(String group, Resource resource, String id) {
		Authorization found = this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.groupIdIn(group)
			.resourceType(resource)
			.resourceId(id)
			.singleResult();
		return (found != null) ? found : newGrant(group, resource, id);
	}

	private Authorization newGrant(String group, Resource resource, String id) {
		Authorization grant = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		grant.setGroupId(group);
		grant.setResource(resource);
		grant.setResourceId(id);
		return grant;
	}

}
