package org.tierline.lifecycle;

import java.util.List;

import org.tierline.cases.CaseNumber;

/** Which cases a task of the queue is about. */
public interface TaskCases {

	/**
	 * One case for a case's task, those tied to the defect for a defect's, none for a
	 * release's or a task that is over.
	 * @param limit of a defect's cases, oldest tie first
	 */
	List<CaseNumber> of(String taskId, int limit);

}
