package org.tierline.cases;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tierline.TierlineTest;
import org.tierline.customers.Contact;
import org.tierline.sla.SlaTargets;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TierlineTest
class NewCasesTests {

	@Autowired
	Casework casework;

	@Autowired
	Cases cases;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient database;

	/** It is expected to say what it said last. */
	@Test
	void theTableSaysTheSeverityAlsoWhenItSaysAnother() {
		assertThat(opened(3)).isEqualTo(3);
		assertThat(opened(3)).isEqualTo(3);
		assertThat(opened(1)).isEqualTo(1);
		assertThat(opened(3)).isEqualTo(3);
	}

	/** What a transaction remembers of a case is what its rows are. */
	@Test
	void whatIsRememberedOfAnOpeningIsWhatIsStored() {
		CaseFile remembered = this.transaction.execute((status) -> this.cases.file(open(2)));
		CaseFile stored = this.cases.file(remembered.supportCase().number());
		assertThat(remembered.supportCase()).isEqualTo(stored.supportCase());
		assertThat(remembered.clocks()).isEqualTo(stored.clocks()).isNotEmpty();
		assertThat(remembered.escalations()).isEqualTo(stored.escalations());
		assertThat(remembered.resolution()).isEqualTo(stored.resolution());
	}

	private int opened(int severity) {
		CaseNumber number = this.transaction.execute((status) -> open(severity));
		return this.database.sql("select severity from support_case where id = ?")
			.param(number.id())
			.query(Integer.class)
			.single();
	}

	private CaseNumber open(int severity) {
		CaseNumber number = this.casework
			.register(
					new Opening("Echo " + UUID.randomUUID(), new Contact("Kim Example", "kim@example.test", null),
							"Player", "Stops", "It stops.", Impact.ONE, Urgency.HINDERED, Channel.WEB, null),
					"integration")
			.number();
		this.casework.promise(number, severity, SlaTargets.parse("PT1H", "PT8H", "PT24H", "always"));
		return number;
	}

}
