package org.tierline.cases;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who had a case last in each tier: a returning case goes to the same person. */
@Repository
class Technicians {

	private final JdbcClient jdbc;

	/** New cases, which nobody has had yet. */
	private final TransactionMemory<CaseNumber, Boolean> none = new TransactionMemory<>();

	Technicians(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void none(CaseNumber number) {
		this.none.keep(number, true);
	}

	void remember(CaseNumber number, Tier tier, String login) {
		this.none.forget(number);
		this.jdbc.sql("""
				insert into technician (case_id, tier, login) values (?, ?, ?)
				on conflict (case_id, tier) do update set login = excluded.login""")
			.params(number.id(), tier.number(), login)
			.update();
	}

	Optional<String> of(CaseNumber number, Tier tier) {
		return (this.none.find(number) != null) ? Optional.empty() : stored(number, tier);
	}

	private Optional<String> stored(CaseNumber number, Tier tier) {
		return this.jdbc.sql("select login from technician where case_id = ? and tier = ?")
			.params(number.id(), tier.number())
			.query(String.class)
			.optional();
	}

}
