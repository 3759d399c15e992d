package org.tierline.intake.mail;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.tierline.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Incoming mail while things die: counted in is counted out (R21). */
@MailTest
class MailTroubleTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	@Autowired
	Mailroom mailroom;

	@Autowired
	MailFolders folders;

	@Autowired
	InboundMails mails;

	@Autowired
	Filing filing;

	@Autowired
	Intake intake;

	@Autowired
	Clerk clerk;

	@Autowired
	MovableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private final String key = UUID.randomUUID().toString().substring(0, 8);

	private MailServer server;

	@BeforeEach
	void aMailServer() {
		this.clock.pass(Duration.ofHours(1));
		this.server = MailServer.start();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void theSameMailThreeTimesByTwoServersAtOnceIsOneCase() throws Exception {
		try (MailServer other = MailServer.start()) {
			IntStream.range(0, 3).forEach((i) -> Stream.of(this.server, other).forEach((one) -> one.send(mail(0))));
			List<Thread> nodes = Stream.of(this.server, other)
				.map((one) -> new Thread(() -> this.mailroom.read(one)))
				.toList();
			nodes.forEach(Thread::start);
			for (Thread node : nodes) {
				node.join(LONG.toMillis());
			}
		}
		assertThat(cases()).isEqualTo(1);
		assertThat(this.mailroom.mail(id(0)).copies()).isEqualTo(5);
	}

	@Test
	void aNodeKilledWhileItFilesLeavesTheMailToTheNextOne() {
		this.mails.store(Arrived.of(mail(0).getBytes(), 100, null));
		long id = this.mails.take(Clerk.LEASE).orElseThrow().id();
		killed(id);
		assertThat(cases()).isZero();
		this.clerk.work();
		assertThat(cases()).as("the lease holds").isZero();
		this.clock.pass(Clerk.LEASE.plusSeconds(1));
		this.clerk.work();
		assertThat(cases()).isEqualTo(1);
		this.clock.pass(Clerk.LEASE.plusSeconds(1));
		this.clerk.work();
		this.filing.file(id, false);
		assertThat(cases()).isEqualTo(1);
	}

	@Test
	void aMailThatTakesLongToFileIsNotTakenByAnotherNodeMeanwhile() {
		this.mails.store(Arrived.of(mail(0).getBytes(), 100, null));
		long id = this.mails.take(Clerk.LEASE).orElseThrow().id();
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.mails.lock(id)).as("as filing begins").isPresent();
			this.clock.pass(Clerk.LEASE.plusSeconds(1));
			Thread other = new Thread(this.clerk::work);
			other.start();
			await().atMost(LONG).until(() -> !other.isAlive());
			this.filing.file(id, false);
		});
		this.clerk.work();
		assertThat(cases()).isEqualTo(1);
		assertThat(this.jdbc.sql("select attempts from inbound_mail where id = ?").param(id).query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	void anAnswerWaitsForTheMailThatItAnswers() {
		this.mails.store(Arrived.of(mail(0).replace("To:", "Cc: lee@acme.test\nTo:").getBytes(), 100, null));
		assertThat(this.mails.take(Clerk.LEASE)).as("another node is at it").isPresent();
		String answer = mail(1).replaceFirst("From: .*", "From: lee@acme.test\nIn-Reply-To: " + id(0));
		this.mails.store(Arrived.of(answer.getBytes(), 100, null));
		this.clerk.work();
		assertThat(this.mailroom.mail(id(1)).why()).isEqualTo("the mail it answers comes first");
		this.clock.pass(Clerk.LEASE.plusSeconds(1));
		this.clerk.work();
		this.clock.pass(Clerk.LEASE);
		this.clerk.work();
		assertThat(cases()).isEqualTo(1);
		assertThat(this.mailroom.caseOf(id(1))).isEqualTo(this.mailroom.caseOf(id(0)));
	}

	@Test
	void aMailThatKillsWhoeverFilesItIsPutAsideAndTheRestGoesOn() {
		this.mails.store(Arrived.of(mail(0).getBytes(), 100, null));
		for (int life = 0; life < 6; life++) {
			assertThat(this.mails.take(Clerk.LEASE)).isPresent();
			this.clock.pass(Clerk.LEASE.plusSeconds(1));
		}
		this.mails.store(Arrived.of(mail(1).getBytes(), 100, null));
		this.mailroom.file();
		assertThat(this.mailroom.mail(id(0)).state()).isEqualTo(MailState.PUT_ASIDE);
		assertThat(this.mailroom.mail(id(1)).state()).isEqualTo(MailState.DONE);
	}

	@Test
	void ofAHundredMailsWithCrashesInBetweenEachIsOneCase() {
		Random random = new Random(7);
		for (int i = 0; i < 100; i++) {
			this.server.send(mail(i));
			if (random.nextInt(4) == 0) {
				this.server.send(mail(random.nextInt(i + 1)));
			}
			if (random.nextInt(10) == 0) {
				this.mailroom.store(this.server);
				this.mails.take(Clerk.LEASE).ifPresent((taken) -> killed(taken.id()));
				readAnew();
			}
		}
		this.mailroom.store(this.server);
		for (int round = 0; round < 3; round++) {
			this.clock.pass(Clerk.LEASE.plusSeconds(1));
			this.mailroom.file();
		}
		assertThat(cases()).isEqualTo(100);
		assertThat(this.jdbc
			.sql("select count(distinct message_id) from inbound_mail where state = 'done' and message_id like ?")
			.param("%" + this.key + "%")
			.query(Long.class)
			.single()).isEqualTo(100);
	}

	@Test
	void aConnectionThatIsCutInIdleIsMadeAnew() {
		MailboxReader reader = reader();
		try {
			reader.start();
			await().atMost(LONG).until(reader::reads);
			this.server.send(mail(0));
			await().atMost(LONG).until(() -> cases() == 1);
			MailServer cut = this.server;
			cut.close();
			this.server = MailServer.inPlaceOf(cut);
			this.server.send(mail(0));
			this.server.send(mail(1));
			await().atMost(LONG).until(() -> cases() == 2);
			assertThat(this.mailroom.mail(id(0)).copies()).isEqualTo(1);
		}
		finally {
			reader.stop();
		}
	}

	@Test
	void ofTwoNodesOneReadsAndTheOtherTakesOver() {
		List<MailboxReader> nodes = List.of(reader(), reader());
		try {
			assertThat(this.folders.claim(this.server.settings().name(), "killed")).isTrue();
			nodes.forEach(MailboxReader::start);
			this.server.send(mail(0));
			assertThat(nodes).noneMatch(MailboxReader::reads);
			this.jdbc.sql("update mail_folder set reader_until = now() - interval '1 second' where reader = 'killed'")
				.update();
			await().atMost(LONG).until(() -> cases() == 1);
			MailboxReader first = nodes.stream().filter(MailboxReader::reads).findFirst().orElseThrow();
			assertThat(nodes).filteredOn(MailboxReader::reads).hasSize(1);
			first.stop();
			this.server.send(mail(1));
			await().atMost(LONG).until(() -> cases() == 2);
			assertThat(first.reads()).isFalse();
		}
		finally {
			nodes.forEach(MailboxReader::stop);
		}
	}

	private MailboxReader reader() {
		return new MailboxReader(this.server.settings(), this.folders, this.intake);
	}

	/** Its transaction never came to its end. */
	private void killed(long id) {
		this.transaction.executeWithoutResult((status) -> {
			this.filing.file(id, false);
			status.setRollbackOnly();
		});
	}

	/** A reader died before it noted how far it was. */
	private void readAnew() {
		this.jdbc.sql("update mail_folder set last_uid = greatest(last_uid - 10, 0) where name = ?")
			.param(this.server.settings().name())
			.update();
	}

	private String mail(int no) {
		return "Message-ID: " + id(no) + "\nFrom: kim" + no + "-" + this.key + "@acme.test\nTo: " + MailServer.SUPPORT
				+ "\nSubject: Stop " + this.key + "\n\nIt stops.";
	}

	private String id(int no) {
		return "<" + no + "." + this.key + "@acme.test>";
	}

	private long cases() {
		return this.mailroom.cases("Stop " + this.key).size();
	}

}
