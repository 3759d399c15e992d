package org.tierline.intake.mail;

import org.tierline.cases.Word;

/** What has become of a mail: to be worked on, filed, for a person, or nothing to do. */
enum MailState implements Word {

	RECEIVED, DONE, PUT_ASIDE, IGNORED

}
