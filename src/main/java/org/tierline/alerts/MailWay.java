package org.tierline.alerts;

import java.util.Arrays;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By mail, if there is a mail server ({@code spring.mail.host}). */
@Component
class MailWay implements Way {

	private final JavaMailSender sender;

	private final String from;

	MailWay(ObjectProvider<JavaMailSender> sender, @Value("${tierline.mail.address}") String from) {
		this.sender = sender.getIfAvailable();
		this.from = from;
	}

	@Override
	public WayName name() {
		return WayName.MAIL;
	}

	@Override
	public boolean isOpen() {
		return this.sender != null;
	}

	@Override
	public void deliver(NoticeRows.Claim notice) throws Undelivered {
		try {
			this.sender.send(mail(notice));
		}
		catch (MessagingException ex) {
			throw new Undelivered(Reach.NOTICE, ex.getMessage());
		}
		catch (MailException ex) {
			throw new Undelivered(isAboutThisMail(ex) ? Reach.NOTICE : Reach.WAY, ex.getMessage());
		}
	}

	private MimeMessage mail(NoticeRows.Claim notice) throws MessagingException {
		MimeMessage mail = this.sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(mail, "UTF-8");
		helper.setValidateAddresses(true);
		helper.setFrom(this.from);
		helper.setTo(notice.address());
		helper.setSubject(NoticeText.oneLine(notice.subject()));
		helper.setText(notice.body());
		// The same at each attempt, so that a mailbox shows a repetition once.
		mail.setHeader("Message-ID", "<notice." + notice.delivery() + "@" + domain() + ">");
		// Nobody's absence answers it (RFC 3834).
		mail.setHeader("Auto-Submitted", "auto-generated");
		return mail;
	}

	private String domain() {
		return this.from.replaceAll(".*@|>.*", "");
	}

	/** The server talked to us, and refused this mail or its address. */
	private static boolean isAboutThisMail(MailException ex) {
		return ex instanceof MailSendException send && send.getCause() == null
				&& Arrays.stream(send.getMessageExceptions()).anyMatch((one) -> one instanceof MessagingException);
	}

}
