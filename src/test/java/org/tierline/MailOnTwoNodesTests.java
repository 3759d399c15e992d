package org.tierline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Mail in and mail out on two nodes that share a database: each mail is one case, and
 * each case has one acknowledgement (R21, F23). The system property
 * {@code tierline.mails} makes it other mails than 60; every tenth is delivered twice.
 */
class MailOnTwoNodesTests {

	private static final int MAILS = Integer.getInteger("tierline.mails", 60);

	private static final String SUPPORT = DevelopmentMail.ADDRESS;

	/** A mail that comes twice says the same. */
	private static final Instant WRITTEN = Instant.now();

	private final String database = EmbeddedDatabase.freshDatabase();

	private final JdbcClient jdbc = JdbcClient
		.create(new DriverManagerDataSource(this.database, "postgres", "postgres"));

	@TempDir
	Path folder;

	private GreenMail server;

	private List<ProductNode> nodes;

	@BeforeEach
	void twoNodes() throws Exception {
		this.server = new GreenMail(new ServerSetup[] { new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
				new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP) })
			.withConfiguration(GreenMailConfiguration.aConfig().withUser(SUPPORT, SUPPORT, DevelopmentMail.PASSWORD));
		this.server.start();
		DevelopmentMail.ignoreTokens(this.server);
		ProductNode first = node().ready();
		this.nodes = List.of(first, node().ready());
	}

	@AfterEach
	void stop() throws Exception {
		for (ProductNode node : this.nodes) {
			node.close();
		}
		this.server.stop();
	}

	@Test
	void eachMailIsOneCaseAndHasOneAcknowledgementAlsoWhenANodeIsKilled() throws Exception {
		Instant begin = Instant.now();
		send("quiet");
		Duration sent = since(begin);
		until(() -> cases() >= MAILS);
		Duration opened = since(begin);
		until(() -> letters("quiet").size() >= MAILS && waiting() == 0);
		System.out.printf("%d mails on two nodes: sent within %d ms, opened after %d ms, acknowledged after %d ms%n",
				MAILS, sent.toMillis(), opened.toMillis(), since(begin).toMillis());
		assertThat(cases()).isEqualTo(MAILS);
		assertThat(letters("quiet")).hasSize(MAILS).extracting(Letter::to).doesNotHaveDuplicates();

		send("killed");
		until(() -> cases() > MAILS + MAILS / 3);
		this.nodes.get(0).kill();
		Instant killed = Instant.now();
		until(() -> cases() >= 2 * MAILS && waiting() == 0);
		System.out.printf("%d mails and a killed node: all acknowledged %d ms after it%n", MAILS,
				since(killed).toMillis());
		assertThat(cases()).isEqualTo(2 * MAILS);
		assertThat(letters("quiet")).hasSize(MAILS);
		Map<String, List<Letter>> byReader = letters("killed").stream().collect(Collectors.groupingBy(Letter::to));
		assertThat(byReader).hasSize(MAILS);
		assertThat(byReader.values()).allSatisfy((letters) -> assertThat(letters).extracting(Letter::id)
			.as("whoever saw it twice saw the same mail")
			.containsOnly(letters.get(0).id()));
		assertThat(letters("killed").size()).as("one letter may have been under way").isBetween(MAILS, MAILS + 1);
		assertThat(this.jdbc.sql("select count(*) from inbound_mail where state <> 'done'").query(Long.class).single())
			.isZero();
	}

	private ProductNode node() throws Exception {
		return new ProductNode(this.folder, "--spring.datasource.url=" + this.database,
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
				"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + this.server.getSmtp().getPort(),
				"--tierline.mail.address=" + SUPPORT, "--tierline.mail.imap.host=127.0.0.1",
				"--tierline.mail.imap.port=" + this.server.getImap().getPort(), "--tierline.mail.imap.user=" + SUPPORT,
				"--tierline.mail.imap.password=" + DevelopmentMail.PASSWORD, "--tierline.mail.imap.security=none");
	}

	/** Each from somebody else; every tenth comes twice. */
	private void send(String round) throws Exception {
		ExecutorService senders = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> all = IntStream.range(0, MAILS)
				.boxed()
				.flatMap((no) -> IntStream.range(0, (no % 10 == 0) ? 2 : 1).mapToObj((again) -> sending(round, no)))
				.toList();
			for (Future<Void> one : senders.invokeAll(all)) {
				one.get();
			}
		}
		finally {
			senders.shutdown();
		}
	}

	private Callable<Void> sending(String round, int no) {
		return () -> {
			Properties properties = new Properties();
			properties.put("mail.smtp.host", "127.0.0.1");
			properties.put("mail.smtp.port", String.valueOf(this.server.getSmtp().getPort()));
			Session session = Session.getInstance(properties);
			String from = round + no + "@customer.test";
			MimeMessage mail = new MimeMessage(session) {
				@Override
				protected void updateMessageID() throws jakarta.mail.MessagingException {
					setHeader("Message-ID", "<" + from + ">");
				}
			};
			mail.setFrom(from);
			mail.setRecipients(Message.RecipientType.TO, SUPPORT);
			mail.setSubject("Stop " + round + no);
			mail.setSentDate(Date.from(WRITTEN));
			mail.setText("It stops.");
			mail.saveChanges();
			try (Transport transport = session.getTransport("smtp")) {
				transport.connect();
				transport.sendMessage(mail, new Address[] { new InternetAddress(SUPPORT) });
			}
			return null;
		};
	}

	/** What went out to the senders of that round. */
	private List<Letter> letters(String round) {
		return Arrays.stream(this.server.getReceivedMessages())
			.map(Letter::of)
			.filter((letter) -> letter.to().startsWith(round))
			.toList();
	}

	private long cases() {
		return this.jdbc.sql("select count(*) from support_case").query(Long.class).single();
	}

	private long waiting() {
		return this.jdbc.sql("select count(*) from message where delivery = 'queued'").query(Long.class).single();
	}

	/** The mail server's threads complain of the node that was killed. */
	private static void until(BooleanSupplier reached) {
		await().dontCatchUncaughtExceptions()
			.atMost(Duration.ofMinutes(10).plusSeconds(MAILS))
			.pollInterval(Duration.ofMillis(100))
			.until(reached::getAsBoolean);
	}

	private static Duration since(Instant begin) {
		return Duration.between(begin, Instant.now());
	}

	private record Letter(String to, String id) {

		static Letter of(MimeMessage mail) {
			try {
				return new Letter(((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getAddress(),
						mail.getMessageID());
			}
			catch (jakarta.mail.MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
