package org.tierline.engine;

import java.util.Map;

/**
 * What a task's form shows: facts read when the form is opened, and again when its
 * answers are checked, stored nowhere in the engine. A fact wins over a process variable
 * of the same name.
 * <p>
 * Values are Strings ready for text components ({@link FormText#escape}, dates in words);
 * a fact that there is not is {@code ""}. The shipped forms show:
 * <ul>
 * <li>{@code support-case}: {@code caseNumber, company, plan, severity, subject, product,
 * details, contact, dues, why, conversation}; {@code CallBack} also {@code callWish};
 * {@code InvestigateCase} also {@code handoff}; {@code FollowUp} also {@code caseStatus},
 * the plain status word: its form offers other outcomes for {@code resolved}
 * <li>{@code patch-pipeline}: {@code defect, title, severity, rank, vehicle, track, why,
 * dues, cases}; {@code PlanRelease} also {@code releases}
 * <li>{@code release}: {@code release, kind, track, plannedFor, why, notes, download,
 * defects}
 * </ul>
 * A fact must not have the name of a field: the form would take it for its answer.
 */
public interface TaskFacts {

	boolean knows(String processKey);

	Map<String, Object> of(String processKey, String businessKey, String taskDefinitionKey);

}
