package org.tierline.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Channel;
import org.tierline.cases.Impact;
import org.tierline.cases.Message;
import org.tierline.cases.Occasion;
import org.tierline.cases.Opening;
import org.tierline.cases.Urgency;
import org.tierline.customers.Contact;
import org.tierline.patches.DefectNumber;
import org.tierline.sla.Target;

import org.springframework.boot.test.context.TestComponent;

/**
 * The vocabulary of the stories about progress reports: who waits, what they were told.
 */
@TestComponent
class WaitingCustomers {

	final PatchStory patches;

	final Story story;

	WaitingCustomers(PatchStory patches, Story story) {
		this.patches = patches;
		this.story = story;
	}

	/**
	 * A case of severity 2 that was answered and waits for a patch.
	 * @param defect null: a new one
	 */
	CaseNumber waits(String company, String who, DefectNumber defect) {
		CaseNumber number = unanswered(company, who, defect);
		this.story.process.staffWrites(number, "We look into it.", false);
		return number;
	}

	CaseNumber unanswered(String company, String who, DefectNumber defect) {
		CaseNumber number = this.story.process
			.open(new Opening(company, new Contact(who, email(who), null), "Player", "Playback stops for " + who,
					"Since the update.", Impact.SEVERAL, Urgency.STOPPED, Channel.EMAIL, null));
		this.story.complete(number, "TriageCase", "outcome", "escalate", "escalationNote", "a bug", "handoffMode",
				"direct");
		if (defect == null) {
			this.patches.link(number, "defectTitle", "Playback stops after the update");
		}
		else {
			this.patches.link(number, "defectNumber", defect.value());
		}
		return number;
	}

	static String email(String who) {
		return who + "@example.test";
	}

	DefectNumber defect(CaseNumber number) {
		return this.patches.defect(number).number();
	}

	/** The case's own timers fire until its next report is written. */
	String nextReport(CaseNumber number) {
		this.story.passes(Duration.between(this.story.clock.instant(), dueAt(number)), number);
		List<String> reports = reports(number);
		return reports.get(reports.size() - 1);
	}

	Instant dueAt(CaseNumber number) {
		return this.story.file(number).clocks().get(Target.UPDATE).dueAt();
	}

	/** When the engine acts next on the case's deadlines. */
	Instant armedAt(CaseNumber number) {
		return this.story.jobs.createJobQuery()
			.processInstanceId(this.story.instance(number).getId())
			.activityId(SupportCaseModel.DEADLINE_DUE)
			.singleResult()
			.getDuedate()
			.toInstant();
	}

	List<String> reports(CaseNumber number) {
		return letters(number).stream().map(Message::body).toList();
	}

	List<Message> letters(CaseNumber number) {
		return this.story.cases.messages(number)
			.stream()
			.filter((message) -> message.occasion() == Occasion.PROGRESS_REPORT)
			.toList();
	}

	/** As whoever is logged in. */
	void as(String login, Runnable work) {
		org.springframework.security.core.context.SecurityContextHolder.getContext()
			.setAuthentication(new org.springframework.security.authentication.TestingAuthenticationToken(login, null,
					"GROUP_" + login));
		try {
			work.run();
		}
		finally {
			org.springframework.security.core.context.SecurityContextHolder.clearContext();
		}
	}

}
