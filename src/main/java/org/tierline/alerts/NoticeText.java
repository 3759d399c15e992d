package org.tierline.alerts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.tierline.cases.SupportCase;
import org.tierline.customers.Companies;
import org.tierline.customers.WallClock;

import org.springframework.stereotype.Component;

/**
 * What a notice says. It is written once, when it is queued, so that a repetition says
 * the same. What the customer wrote stays in the case, its subject aside.
 */
@Component
class NoticeText {

	private final Companies companies;

	private final ObjectMapper json;

	NoticeText(Companies companies, ObjectMapper json) {
		this.companies = companies;
		this.json = json;
	}

	/** Writes about a step that is followed by another at that time, or by none. */
	Written write(StepRows.Step step, SupportCase supportCase, StepRows.Next next, Instant nextAt) {
		ZoneId zone = this.companies.get(supportCase.companyId()).site().timeZone();
		return new Written(subject(step, supportCase), mail(step, supportCase, next, nextAt, zone),
				json(step, supportCase));
	}

	private static String subject(StepRows.Step step, SupportCase supportCase) {
		String what = (step.level() == Level.WARNED) ? "Soon due: " : "Passed unmet: ";
		return oneLine(what + step.target() + " target of " + supportCase.number() + " (severity "
				+ supportCase.severity() + "), " + supportCase.subject());
	}

	private static String mail(StepRows.Step step, SupportCase supportCase, StepRows.Next next, Instant nextAt,
			ZoneId zone) {
		return """
				%s

				Case      %s, severity %d, plan %s
				Company   %s
				Subject   %s
				Tier      %d, %s

				%s
				To stop the next steps, acknowledge alert %d: POST /api/alerts/%d/acknowledgement
				""".formatted(sentence(step, zone), supportCase.number(), supportCase.severity(),
				supportCase.plan().code(), oneLine(supportCase.company()), oneLine(supportCase.subject()),
				supportCase.tier().number(),
				(supportCase.assignee() != null) ? "with " + supportCase.assignee() : "nobody has it yet",
				progress(step, next, nextAt, zone), step.alert(), step.alert());
	}

	private static String sentence(StepRows.Step step, ZoneId zone) {
		String due = WallClock.read(step.deadline(), zone) + ".";
		return (step.level() == Level.WARNED)
				? "Three quarters of the time for the " + step.target() + " have passed; it is due " + due
				: "The " + step.target() + " was due " + due + " It has not been given.";
	}

	private static String progress(StepRows.Step step, StepRows.Next next, Instant nextAt, ZoneId zone) {
		String told = "Step " + step.no() + " of " + step.of() + ": " + step.recipient() + ".";
		return (next == null) ? told : told + " Next: " + next.recipient() + ", "
				+ (next.delay().isZero() ? "at once" : WallClock.read(nextAt, zone)) + ".";
	}

	private String json(StepRows.Step step, SupportCase supportCase) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("alert", step.alert());
		body.put("level", step.level().code());
		body.put("target", step.target());
		body.put("dueAt", step.deadline().toString());
		body.put("step", step.no());
		body.put("recipient", step.recipient().code());
		body.put("case", supportCase.number().value());
		body.put("severity", supportCase.severity());
		body.put("tier", supportCase.tier().number());
		body.put("plan", supportCase.plan().code());
		body.put("company", supportCase.company());
		body.put("subject", supportCase.subject());
		body.put("assignee", supportCase.assignee());
		try {
			return this.json.writeValueAsString(body);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A line break in a subject would begin another header. */
	static String oneLine(String text) {
		return Columns.cut(text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip(), 400);
	}

	/** A notice in the forms of its ways. */
	record Written(String subject, String mail, String json) {

		String body(WayName way) {
			return (way == WayName.MAIL) ? this.mail : this.json;
		}

	}

}
