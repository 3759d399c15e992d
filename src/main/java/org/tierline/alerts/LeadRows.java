package org.tierline.alerts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table tier_lead. */
@Repository
class LeadRows implements Leads {

	private final JdbcClient jdbc;

	private final Staff staff;

	LeadRows(JdbcClient jdbc, Staff staff) {
		this.jdbc = jdbc;
		this.staff = staff;
	}

	@Override
	public Optional<String> of(Tier tier) {
		return this.jdbc.sql("select login from tier_lead where tier = ?")
			.param(tier.number())
			.query(String.class)
			.optional();
	}

	@Override
	@Transactional
	public void replace(Map<Tier, String> leads) {
		List<FieldProblem> problems = leads.entrySet()
			.stream()
			.filter((lead) -> this.staff.find(lead.getValue()).isEmpty())
			.map((lead) -> new FieldProblem(lead.getKey().group(), "is not a login"))
			.sorted((a, b) -> a.field().compareTo(b.field()))
			.toList();
		if (!problems.isEmpty()) {
			throw new InputRefused(problems);
		}
		this.jdbc.sql("lock table tier_lead in share row exclusive mode").update();
		this.jdbc.sql("delete from tier_lead").update();
		leads.forEach((tier, login) -> this.jdbc.sql("insert into tier_lead (tier, login) values (?, ?)")
			.params(tier.number(), login)
			.update());
	}

}
