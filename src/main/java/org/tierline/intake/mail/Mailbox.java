package org.tierline.intake.mail;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An open connection to the mailbox. */
class Mailbox implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Mailbox.class);

	/**
	 * Longer than the watch needs to make the server speak, so a dead line is noticed.
	 */
	private static final Duration SILENCE = Duration.ofSeconds(90);

	private final IMAPStore store;

	private final IMAPFolder folder;

	private Mailbox(IMAPStore store, IMAPFolder folder) {
		this.store = store;
		this.folder = folder;
	}

	static Mailbox open(ImapSettings settings) throws MessagingException {
		IMAPStore store = (IMAPStore) session(settings).getStore(settings.protocol());
		try {
			store.connect(settings.host(), (settings.port() > 0) ? settings.port() : -1, settings.user(),
					settings.password());
			IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
			folder.open(Folder.READ_WRITE);
			return new Mailbox(store, folder);
		}
		catch (MessagingException ex) {
			store.close();
			throw ex;
		}
	}

	private static Session session(ImapSettings settings) {
		String prefix = "mail." + settings.protocol() + ".";
		Properties properties = new Properties();
		properties.put(prefix + "connectiontimeout", "10000");
		properties.put(prefix + "timeout", String.valueOf(SILENCE.toMillis()));
		properties.put(prefix + "writetimeout", "60000");
		properties.put(prefix + "fetchsize", String.valueOf(1024 * 1024));
		properties.put(prefix + "peek", "true");
		properties.put(prefix + "ssl.checkserveridentity", "true");
		boolean startTls = settings.security() == ImapSettings.Security.STARTTLS;
		properties.put(prefix + "starttls.enable", String.valueOf(startTls));
		properties.put(prefix + "starttls.required", String.valueOf(startTls));
		return Session.getInstance(properties);
	}

	long uidValidity() throws MessagingException {
		return this.folder.getUIDValidity();
	}

	/** What came after that one, oldest first, with size, flags and time of arrival. */
	List<IMAPMessage> after(long uid) throws MessagingException {
		Message[] found = this.folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
		FetchProfile profile = new FetchProfile();
		profile.add(FetchProfile.Item.SIZE);
		profile.add(FetchProfile.Item.FLAGS);
		profile.add(UIDFolder.FetchProfileItem.UID);
		profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
		this.folder.fetch(found, profile);
		// "n:*" always names the last one, even if it is before n.
		return Arrays.stream(found)
			.map(IMAPMessage.class::cast)
			.filter((message) -> uid(message) > uid)
			.sorted(Comparator.comparing(this::uid))
			.toList();
	}

	long uid(Message message) {
		try {
			return this.folder.getUID(message);
		}
		catch (MessagingException ex) {
			return -1;
		}
	}

	/** For people who look into the mailbox; we go by the numbers of the mails. */
	void markSeen(Message message) throws MessagingException {
		message.setFlag(Flags.Flag.SEEN, true);
	}

	boolean canTell() throws MessagingException {
		return this.store.hasCapability("IDLE");
	}

	/** Waits until the server tells of a new mail, or until {@link #poke}. */
	void await() throws MessagingException {
		this.folder.idle(true);
	}

	/**
	 * Ends {@link #await} and makes the server speak: whoever is dead does not, and the
	 * reader's next read runs into the timeout.
	 */
	void poke() throws MessagingException {
		this.folder.getUnreadMessageCount();
	}

	boolean isOpen() {
		return this.folder.isOpen();
	}

	/** From another thread: whoever reads or waits meets an error. */
	void shut() {
		try {
			close();
		}
		catch (MessagingException | RuntimeException ex) {
			logger.debug("The mailbox could not be closed", ex);
		}
	}

	@Override
	public void close() throws MessagingException {
		this.store.close();
	}

}
