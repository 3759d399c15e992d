package org.tierline.letters;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a mail server's no means.
 *
 * @param kind whether to try again, and whether the fault is the letter's at all
 * @param why in the server's words
 */
record Refusal(Kind kind, String why) {

	private static final int LONGEST = 500;

	/** For good, for now, or: nothing can be sent to anybody. */
	enum Kind {

		FOR_GOOD, FOR_NOW, SERVER

	}

	static Refusal of(MessagingException ex) {
		for (Exception one = ex; one != null; one = next(one)) {
			if (one instanceof AddressException) {
				return new Refusal(Kind.FOR_GOOD, said(one));
			}
			if (one instanceof SMTPAddressFailedException refused) {
				return new Refusal(kind(refused.getReturnCode()), said(one));
			}
			if (one instanceof SMTPSendFailedException refused && isOfContent(refused)) {
				return new Refusal(kind(refused.getReturnCode()), said(one));
			}
		}
		return new Refusal(Kind.SERVER, said(ex));
	}

	/** A refused sender is a matter of the settings, not of this letter. */
	private static boolean isOfContent(SMTPSendFailedException refused) {
		String command = String.valueOf(refused.getCommand());
		return refused.getReturnCode() >= 400 && refused.getReturnCode() != 421 && !command.startsWith("MAIL");
	}

	private static Kind kind(int code) {
		return (code >= 500) ? Kind.FOR_GOOD : Kind.FOR_NOW;
	}

	private static Exception next(Exception ex) {
		return (ex instanceof MessagingException messaging) ? messaging.getNextException() : null;
	}

	private static String said(Exception ex) {
		String text = String.valueOf(ex.getMessage()).replaceAll("\\s+", " ").strip();
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
