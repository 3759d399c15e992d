package org.tierline.desk;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.tierline.cases.Cases;
import org.tierline.cases.Message;
import org.tierline.cases.SupportCase;
import org.tierline.lifecycle.TaskCases;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the case tab in Tasklist reads. */
@RestController
@Tag(name = "Case tab")
class DeskController {

	private static final int TIED = 50;

	private final CaseDesk desk;

	private final TaskCases tasks;

	private final Cases cases;

	DeskController(CaseDesk desk, TaskCases tasks, Cases cases) {
		this.desk = desk;
		this.tasks = tasks;
		this.cases = cases;
	}

	@GetMapping("/api/cases/{number}/desk")
	@Operation(summary = "All that staff see of a case, in one answer")
	DeskView desk(@PathVariable String number, Authentication who) {
		return this.desk.of(Numbers.read(number), Me.of(who));
	}

	@GetMapping("/api/cases/{number}/desk/messages")
	@Operation(summary = "Older messages than the given one, oldest first")
	List<Message> earlier(@PathVariable String number, @RequestParam String before) {
		if (!before.matches("[0-9]{1,18}")) {
			new Fields().wrong("before", "must be the id of a message").check();
		}
		return this.desk.before(Numbers.read(number), Long.parseLong(before));
	}

	@GetMapping("/api/cases/{number}/desk/similar")
	@Operation(summary = "Solved cases with similar words, best first")
	List<DeskView.SimilarLine> similar(@PathVariable String number) {
		try {
			return this.desk.similar(Numbers.read(number));
		}
		catch (QueryTimeoutException | TransactionTimedOutException ex) {
			return List.of();
		}
	}

	@GetMapping("/api/tasks/{id}/cases")
	@Operation(summary = "The cases that a task is about",
			description = "None for a release's task or one that is over")
	List<DeskView.Line> ofTask(@PathVariable String id) {
		List<SupportCase> found = this.cases.all(this.tasks.of(id, TIED));
		return this.desk
			.lines(found.stream().sorted((a, b) -> Long.compare(a.number().id(), b.number().id())).toList());
	}

}
