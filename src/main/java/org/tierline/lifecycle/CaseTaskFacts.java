package org.tierline.lifecycle;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.Message;
import org.tierline.cases.SupportCase;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.What;
import org.tierline.customers.Contact;
import org.tierline.engine.FormText;
import org.tierline.engine.TaskFacts;
import org.tierline.patches.SimilarDefects;

import org.springframework.stereotype.Component;

/** What the form of a case's task shows, read from the tables when it is opened. */
@Component
class CaseTaskFacts implements TaskFacts {

	private static final int LAST_MESSAGES = 5;

	private static final int SIMILAR = 5;

	private static final Set<What> ARRIVALS = EnumSet.of(What.ESCALATED, What.HANDED_BACK, What.DISAGREED,
			What.REOPENED, What.REPLIED);

	private final Cases cases;

	private final Casework casework;

	private final CaseTimes times;

	private final SimilarDefects similar;

	CaseTaskFacts(Cases cases, Casework casework, CaseTimes times, SimilarDefects similar) {
		this.cases = cases;
		this.casework = casework;
		this.times = times;
		this.similar = similar;
	}

	@Override
	public boolean knows(String processKey) {
		return SupportCaseModel.KEY.equals(processKey);
	}

	@Override
	public Map<String, Object> of(String processKey, String businessKey, String task) {
		return CaseNumber.parse(businessKey)
			.flatMap(this.cases::find)
			.map((supportCase) -> facts(supportCase, task))
			.orElseGet(Map::of);
	}

	private Map<String, Object> facts(SupportCase supportCase, String task) {
		Map<String, Object> facts = facts(supportCase);
		if (SupportCaseModel.INVESTIGATE_CASE.equals(task)) {
			facts.put("similarDefects", FormText.escape(similarDefects(supportCase)));
		}
		return facts;
	}

	/** Before a new defect is made, those that are known already are looked at (R13). */
	private String similarDefects(SupportCase supportCase) {
		return this.similar.to(supportCase, null, SIMILAR)
			.stream()
			.map(CaseTaskFacts::line)
			.collect(Collectors.joining("\n"));
	}

	private static String line(SimilarDefects.Similar one) {
		String where = Stream.concat(Stream.ofNullable(one.product()), one.affectedVersions().stream())
			.collect(Collectors.joining(", "));
		return "%s (%s, %d %s%s): %s%s".formatted(one.number(), one.state().code(), one.cases(),
				(one.cases() == 1) ? "case" : "cases", (one.workaround() != null) ? ", has a workaround" : "",
				one.title(), where.isEmpty() ? "" : " - " + where);
	}

	private Map<String, Object> facts(SupportCase supportCase) {
		CaseNumber number = supportCase.number();
		CaseFile file = this.cases.file(number);
		Map<String, Object> facts = new HashMap<>();
		facts.put("caseNumber", number.value());
		facts.put("company", FormText.escape(supportCase.company()));
		facts.put("plan", supportCase.plan().code());
		facts.put("severity", severity(supportCase.severity()));
		facts.put("subject", FormText.escape(supportCase.subject()));
		facts.put("product", FormText.escape(text(supportCase.product())));
		facts.put("details", FormText.escape(supportCase.details()));
		facts.put("contact", FormText.escape(contact(supportCase.contact())));
		facts.put("dues", FormText.escape(this.times.dues(file)));
		facts.put("why", FormText.escape(why(file)));
		facts.put("conversation", FormText.escape(conversation(supportCase)));
		facts.put("callWish", FormText.escape(callWish(supportCase)));
		facts.put("handoff", (supportCase.handoffMode() != null) ? supportCase.handoffMode().code() : "");
		facts.put("caseStatus", supportCase.status().code());
		return facts;
	}

	private String callWish(SupportCase supportCase) {
		return this.casework.wishedCall(supportCase.number()).map((at) -> this.times.local(at, supportCase)).orElse("");
	}

	/** The newest reason for which the case came or came back here. */
	private String why(CaseFile file) {
		List<TimelineEntry> timeline = this.cases.timeline(file.supportCase().number());
		return timeline.stream()
			.filter((entry) -> ARRIVALS.contains(entry.what()))
			.reduce((earlier, later) -> later)
			.map((entry) -> entry.what().code() + " by " + entry.who()
					+ Optional.ofNullable(entry.why()).map((reason) -> ": " + reason).orElse(""))
			.orElse("");
	}

	private String conversation(SupportCase supportCase) {
		List<Message> messages = this.cases.messages(supportCase.number());
		return messages.stream()
			.skip(Math.max(0, messages.size() - LAST_MESSAGES))
			.map((message) -> "%s, %s (%s): %s".formatted(this.times.local(message.at(), supportCase), message.who(),
					message.visibility().code(), message.body()))
			.collect(Collectors.joining("\n\n"));
	}

	private static String severity(Integer severity) {
		return switch (severity) {
			case 1 -> "1 critical";
			case 2 -> "2 high";
			case 3 -> "3 medium";
			default -> "4 how-to";
		};
	}

	private static String contact(Contact contact) {
		return contact.name() + ", " + contact.email() + ((contact.phone() != null) ? ", " + contact.phone() : "");
	}

	private static String text(String text) {
		return (text != null) ? text : "";
	}

}
