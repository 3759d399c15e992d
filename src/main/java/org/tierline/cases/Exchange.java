package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** What is said between the customer and us, and what that does to the clocks. */
@Component
class Exchange {

	private final CaseLocks cases;

	private final CaseRows rows;

	private final Clocks clocks;

	private final Soundings soundings;

	private final Conversation conversation;

	private final Reminders reminders;

	private final Calls calls;

	private final Timeline timeline;

	private final WrittenLetters letters;

	private final Clock clock;

	Exchange(CaseLocks cases, CaseRows rows, Clocks clocks, Soundings soundings, Conversation conversation,
			Reminders reminders, Calls calls, Timeline timeline, WrittenLetters letters, Clock clock) {
		this.cases = cases;
		this.rows = rows;
		this.clocks = clocks;
		this.soundings = soundings;
		this.conversation = conversation;
		this.reminders = reminders;
		this.calls = calls;
		this.timeline = timeline;
		this.letters = letters;
		this.clock = clock;
	}

	void acknowledge(CaseNumber number) {
		this.letters.write(this.cases.get(number), Occasion.ACKNOWLEDGED);
		this.timeline.add(number, this.clock.instant(), What.ACKNOWLEDGED, Casework.TIERLINE, null);
	}

	Message post(CaseNumber number, String who, Visibility visibility, String body) {
		SupportCase supportCase = this.cases.lock(number);
		Instant now = this.clock.instant();
		if (visibility == Visibility.INTERNAL) {
			return this.conversation.note(number, now, who, body);
		}
		this.soundings.sound(supportCase, now);
		this.clocks.answered(supportCase, now);
		this.timeline.add(number, now, What.ANSWERED, who, null);
		return this.conversation.say(number, now, who, Occasion.ANSWERED, body);
	}

	void ask(CaseNumber number, String who, String question) {
		SupportCase supportCase = this.cases.lock(number, Status.OPEN);
		Instant now = this.clock.instant();
		this.soundings.sound(supportCase, now);
		this.conversation.say(number, now, who, Occasion.ASKED, question);
		this.clocks.answered(supportCase, now);
		this.reminders.asked(supportCase, now, who);
		this.rows.set(number, "status = 'waiting-for-customer'");
		this.timeline.add(number, now, What.ASKED, who, null);
	}

	void pauseClocks(CaseNumber number) {
		SupportCase supportCase = this.cases.lock(number);
		Instant now = this.clock.instant();
		this.clocks.pause(supportCase, now);
		this.timeline.add(number, now, What.PAUSED, Casework.TIERLINE, Clocks.FOR_CUSTOMER);
	}

	Message reply(CaseNumber number, Inbound inbound) {
		Inbound known = inbound.orFrom(this.cases.lock(number).contact().email());
		Instant now = this.clock.instant();
		this.reminders.answered(number, now);
		this.timeline.add(number, now, What.REPLIED, known.from(), null);
		return this.conversation.hear(number, now, known);
	}

	void dropQuestion(CaseNumber number) {
		this.cases.lock(number, Status.WAITING_FOR_CUSTOMER);
		this.reminders.answered(number, this.clock.instant());
	}

	void resumeClocks(CaseNumber number) {
		SupportCase supportCase = this.cases.lock(number, Status.WAITING_FOR_CUSTOMER);
		Instant now = this.clock.instant();
		this.rows.set(number, "status = 'open'");
		this.clocks.resume(supportCase, now);
		this.timeline.add(number, now, What.RESUMED, Casework.TIERLINE,
				this.cases.get(number).silent() ? "the customer is silent" : null);
	}

	boolean call(CaseNumber number, String who, boolean reached, String note) {
		SupportCase supportCase = this.cases.lock(number);
		Instant now = this.clock.instant();
		this.calls.attempt(number, now, who, reached, note);
		this.soundings.sound(supportCase, now);
		this.timeline.add(number, now, What.CALLED, who, Timeline.because(reached ? "reached" : "not reached", note));
		if (reached) {
			this.clocks.answered(supportCase, now);
		}
		return !reached && this.calls.missed(number) < Calls.TRIES;
	}

}
