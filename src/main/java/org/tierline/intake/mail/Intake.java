package org.tierline.intake.mail;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.mail.MessagingException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where what is read from a mailbox is stored. */
@Component
class Intake {

	private final MailFolders folders;

	private final InboundMails mails;

	private final Clerk clerk;

	private final TransactionTemplate transaction;

	private final Map<String, Integer> cuts = new ConcurrentHashMap<>();

	Intake(MailFolders folders, InboundMails mails, Clerk clerk, TransactionTemplate transaction) {
		this.folders = folders;
		this.mails = mails;
		this.clerk = clerk;
		this.transaction = transaction;
	}

	MailReading of(Mailbox mailbox, ImapSettings settings) throws MessagingException {
		return new MailReading(mailbox, settings, this);
	}

	MailFolders.Position position(String folder, long uidValidity) {
		return this.folders.position(folder, uidValidity);
	}

	/** The mail and how far the mailbox is read: both, or none. */
	void store(String folder, long uidValidity, long uid, Arrived mail) {
		this.transaction.executeWithoutResult((status) -> {
			this.mails.store(mail);
			this.folders.reached(folder, uidValidity, uid);
		});
		this.clerk.wake();
	}

	/** Whether reading that mail has cut the connection three times. */
	boolean cutAgain(String mail) {
		return this.cuts.merge(mail, 1, Integer::sum) >= 3;
	}

}
