package org.tierline.desk;

import org.tierline.cases.Message;
import org.tierline.lifecycle.StaffWrote;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A draft that was sent is gone in the same transaction: nobody sends it twice. */
@Component
class SentDrafts {

	private final Drafts drafts;

	SentDrafts(Drafts drafts) {
		this.drafts = drafts;
	}

	@EventListener
	void on(StaffWrote written) {
		Message message = written.message();
		this.drafts.sent(message.number(), message.who(), message.visibility(), message.body());
	}

}
