package org.tierline.cases;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.tierline.customers.Company;

import org.springframework.stereotype.Component;

/**
 * Writes cases that are opened. Until the transaction ends nobody else knows of them, so
 * what they do not have yet need not be looked for.
 */
@Component
class NewCases {

	private final CaseRows rows;

	private final ClockRows clocks;

	private final Technicians technicians;

	private final Questions questions;

	private final Escalations escalations;

	private final Resolutions resolutions;

	/** What the table made of an assessment last: most often it does so again. */
	private final Map<Assessment, Integer> severities = new ConcurrentHashMap<>();

	NewCases(CaseRows rows, ClockRows clocks, Technicians technicians, Questions questions, Escalations escalations,
			Resolutions resolutions) {
		this.rows = rows;
		this.clocks = clocks;
		this.technicians = technicians;
		this.questions = questions;
		this.escalations = escalations;
		this.resolutions = resolutions;
	}

	/** Its severity is the expected one, until the table has said what it is. */
	SupportCase add(Opening opening, Company company, Instant at) {
		Integer expected = this.severities.get(new Assessment(opening.impact(), opening.urgency()));
		SupportCase added = this.rows.insert(opening, company, expected, at);
		CaseNumber number = added.number();
		this.clocks.none(number);
		this.technicians.none(number);
		this.questions.none(number);
		this.escalations.none(number);
		this.resolutions.none(number);
		return added;
	}

	/** The table has said it; the row is written again only where it is another. */
	void classified(SupportCase added, int severity) {
		this.severities.put(new Assessment(added.impact(), added.urgency()), severity);
		if (added.severity() == null || added.severity() != severity) {
			this.rows.set(added.number(), "severity = ?", severity);
		}
	}

	private record Assessment(Impact impact, Urgency urgency) {
	}

}
