package org.tierline.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets the product itself carry the cases that are copied later, over its own doors. */
final class Originals {

	/** Followed by its plan and a number. */
	static final String COMPANY = "Original company ";

	static final String SUBJECT = "Original subject";

	private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"(SC-\\d+)\"");

	private static final Pattern DEFECT = Pattern.compile("\"defect\"\\s*:\\s*\"(DF-\\d+)\"");

	private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

	/** Impact and urgency of severities 1 to 4, and how often they occur. */
	private static final String[][] SEVERITIES = { { "everyone", "stopped", "5" }, { "several", "stopped", "20" },
			{ "one", "stopped", "45" }, { "one", "question", "30" } };

	private final Caller caller;

	private final int series;

	private String defect;

	/** Of companies that are numbered with the series. */
	Originals(Caller caller, int series) {
		this.caller = caller;
		this.series = series;
	}

	String company(String plan) {
		return COMPANY + plan + " " + this.series;
	}

	/** One of each severity and kind, for companies of that plan. */
	List<Original> open(String plan) throws Exception {
		return open(plan, Kind.values());
	}

	/** One of each severity, all of which wait for the fix of one defect. */
	List<Original> openWaiting(String plan) throws Exception {
		return open(plan, Kind.WAITING_FOR_PATCH);
	}

	private List<Original> open(String plan, Kind... kinds) throws Exception {
		call("supervisors", "POST", "/api/companies", """
				{"name": "%s", "plan": "%s", "priorityUpdates": false, "site": {"timeZone": "UTC"}}"""
			.formatted(company(plan), plan));
		List<Original> originals = new ArrayList<>();
		for (String[] severity : SEVERITIES) {
			for (Kind kind : kinds) {
				String number = open(plan, severity[0], severity[1]);
				bring(number, kind);
				originals
					.add(new Original(number, plan, company(plan), kind, kind.share * Integer.parseInt(severity[2])));
			}
		}
		return originals;
	}

	/** What those who wait for a patch wait for. */
	String defect() {
		return this.defect;
	}

	private String open(String plan, String impact, String urgency) throws Exception {
		return find(NUMBER,
				call("integrations", "POST", "/api/cases",
						"""
								{"company": "%s", "contact": {"name": "Kim Example", "email": "kim@example.test", "phone": "+1 555 0100"},
								"product": "Player", "subject": "%s", "details": "%s: since the update the player stops after a minute.",
								"impact": "%s", "urgency": "%s", "channel": "web"}"""
							.formatted(company(plan), SUBJECT, SUBJECT, impact, urgency)));
	}

	private void bring(String number, Kind kind) throws Exception {
		write(number, "customer", "Nothing has changed meanwhile. " + SUBJECT);
		switch (kind) {
			case IN_TIER_1 -> {
			}
			case IN_TIER_2 -> escalate(number);
			case WAITING_FOR_CUSTOMER -> submit(number, "tier1", "TriageCase",
					field("outcome", "ask") + ", " + field("message", "Which version?"));
			case WAITING_FOR_PATCH -> awaitPatch(number);
			case RESOLVED -> answer(number);
			case ANSWERED -> {
				answer(number);
				confirm(number);
			}
			case SOLVED -> solve(number);
			case WITHDRAWN -> call("integrations", "POST", "/api/cases/" + number + "/withdrawal",
					"{\"reason\": \"it works again\"}");
		}
	}

	private void write(String number, String author, String body) throws Exception {
		call(author.equals("staff") ? "tier1" : "integrations", "POST", "/api/cases/" + number + "/messages",
				"{\"body\": \"%s\", \"visibility\": \"public\", \"author\": \"%s\"}".formatted(body, author));
	}

	private void answer(String number) throws Exception {
		submit(number, "tier1", "TriageCase", field("outcome", "answer") + ", " + field("resolutionKind", "workaround")
				+ ", " + field("message", "Switch the decoder off. " + SUBJECT));
	}

	private void escalate(String number) throws Exception {
		write(number, "staff", "We look into it. " + SUBJECT);
		submit(number, "tier1", "TriageCase", field("outcome", "escalate") + ", " + field("handoffMode", "direct")
				+ ", " + field("escalationNote", "needs the product team"));
	}

	private void solve(String number) throws Exception {
		escalate(number);
		submit(number, "tier2", "InvestigateCase", field("outcome", "solve") + ", " + field("resolutionKind", "fix")
				+ ", " + field("message", "The setting is mended. " + SUBJECT));
		confirm(number);
	}

	private void awaitPatch(String number) throws Exception {
		escalate(number);
		submit(number, "tier2", "InvestigateCase", field("outcome", "change-code") + ", "
				+ ((this.defect == null) ? field("defectTitle", "Player stops") : field("defectNumber", this.defect)));
		this.defect = find(DEFECT, call("tier2", "GET", "/api/cases/" + number, null));
	}

	private void confirm(String number) throws Exception {
		call("integrations", "POST", "/api/cases/" + number + "/confirmation", "{}");
	}

	private void submit(String number, String group, String task, String fields) throws Exception {
		String found = call(group, "GET",
				"/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + task, null);
		call(group, "POST", "/engine-rest/task/" + find(ID, found) + "/submit-form",
				"{\"variables\": {" + fields + "}}");
	}

	private String call(String group, String method, String path, String body) throws Exception {
		return this.caller.call(group, method, path, body);
	}

	private static String field(String name, String value) {
		return "\"%s\": {\"value\": \"%s\"}".formatted(name, value);
	}

	private static String find(Pattern pattern, String text) {
		Matcher found = pattern.matcher(text);
		if (!found.find()) {
			throw new IllegalStateException("no " + pattern + " in " + text);
		}
		return found.group(1);
	}

	/**
	 * A case to copy.
	 *
	 * @param weight how often, next to the others of its kind's half
	 */
	record Original(String number, String plan, String company, Kind kind, int weight) {

		long id() {
			return Long.parseLong(this.number.substring(3));
		}

	}

}
