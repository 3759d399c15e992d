package org.tierline;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * The development run's mail server: takes every letter, and nothing leaves the machine.
 */
final class DevelopmentMail {

	static final String ADDRESS = "support@tierline.test";

	static final String PASSWORD = "support";

	private final GreenMail server;

	private DevelopmentMail(GreenMail server) {
		this.server = server;
	}

	static DevelopmentMail start(int smtpPort, int imapPort) {
		GreenMail server = new GreenMail(new ServerSetup[] { setup(smtpPort, ServerSetup.PROTOCOL_SMTP),
				setup(imapPort, ServerSetup.PROTOCOL_IMAP) })
			.withConfiguration(GreenMailConfiguration.aConfig().withUser(ADDRESS, ADDRESS, PASSWORD));
		try {
			server.start();
		}
		catch (RuntimeException ex) {
			throw new StartRefused(
					"The mail ports %d and %d are not free: set TIERLINE_SMTP_PORT and TIERLINE_IMAP_PORT."
						.formatted(smtpPort, imapPort));
		}
		ignoreTokens(server);
		return new DevelopmentMail(server);
	}

	/**
	 * As most mail servers do: what stands behind a + in an address is the user's own.
	 */
	static void ignoreTokens(GreenMail server) {
		UserManager users = server.getManagers().getUserManager();
		users.setMessageDeliveryHandler((message, address) -> {
			String plain = address.getEmail().replaceFirst("\\+[^@]*@", "@");
			GreenMailUser user = users.getUserByEmail(plain);
			return (user != null) ? user : users.createUser(plain, plain, plain);
		});
	}

	private static ServerSetup setup(int port, String protocol) {
		return new ServerSetup(port, "127.0.0.1", protocol);
	}

	void stop() {
		this.server.stop();
	}

}
