package org.tierline.cases;

import org.tierline.customers.CompanyRenamed;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of a company carry its name, and follow when it gets another one. */
@Component
class RenamedCompanies {

	private final JdbcClient jdbc;

	RenamedCompanies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void follow(CompanyRenamed renaming) {
		this.jdbc.sql("update support_case set company = ? where company_id = ? and company <> ?")
			.params(renaming.after().name(), renaming.after().id(), renaming.after().name())
			.update();
	}

}
