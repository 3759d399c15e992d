package org.tierline.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;

import org.springframework.boot.test.context.TestComponent;

/** The table of targets as a process owner edits it, until the test is over. */
@TestComponent
class EditedTable {

	private final RepositoryService repository;

	private final Repromising repromising;

	private final List<String> deployments = new ArrayList<>();

	EditedTable(RepositoryService repository, Repromising repromising) {
		this.repository = repository;
		this.repromising = repromising;
	}

	/** One row anew, and open cases follow. */
	void row(int rule, String response, String update, String resolution) {
		rows(new Row(rule, response, update, resolution));
	}

	void rows(Row... rows) {
		String table = read();
		for (Row row : rows) {
			table = entry(table, "rule-" + row.rule() + "-response", row.response());
			table = entry(table, "rule-" + row.rule() + "-update", row.update());
			table = entry(table, "rule-" + row.rule() + "-resolution", row.resolution());
		}
		this.deployments.add(this.repository.createDeployment().addString("sla-targets.dmn", table).deploy().getId());
		this.repromising.work();
	}

	/** The shipped table counts again, for all cases. */
	void restore() {
		if (!this.deployments.isEmpty()) {
			this.deployments
				.add(this.repository.createDeployment().addString("sla-targets.dmn", read()).deploy().getId());
			this.repromising.work();
		}
		this.deployments.forEach((id) -> this.repository.deleteDeployment(id, true));
		this.deployments.clear();
	}

	private static String entry(String table, String id, String words) {
		String text = (words != null) ? "\"" + words + "\"" : "null";
		return table.replaceFirst("(id=\"" + id + "\">\\s*<text>)[^<]*", "$1" + text);
	}

	private static String read() {
		try {
			return Files.readString(Path.of("processes", "sla-targets.dmn"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A row by its number: rows stand by plan, then severity, from 1. */
	record Row(int rule, String response, String update, String resolution) {
	}

}
