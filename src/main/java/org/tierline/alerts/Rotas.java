package org.tierline.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table duty_shift. */
@Repository
class Rotas implements DutyRotas {

	/** What follows the tier's group in the name of its leads' rota. */
	static final String LEAD = "-lead";

	private static final Pattern LEADS = Pattern.compile("tier[123]" + LEAD);

	private static final int MOST = 1000;

	private final JdbcClient jdbc;

	private final Staff staff;

	Rotas(JdbcClient jdbc, Staff staff) {
		this.jdbc = jdbc;
		this.staff = staff;
	}

	@Override
	public List<Shift> of(String rota) {
		if (!LEADS.matcher(rota).matches() && !this.staff.isGroup(rota)) {
			throw new NoSuchName("rota " + rota);
		}
		return this.jdbc.sql("select login, from_at, to_at from duty_shift where rota = ? order by from_at, id")
			.param(rota)
			.query((row, index) -> new Shift(row.getString("login"), Columns.instant(row, "from_at"),
					Columns.instant(row, "to_at")))
			.list();
	}

	@Override
	@Transactional
	public void replace(String rota, List<Shift> shifts) {
		of(rota);
		refuseWrong(shifts);
		this.jdbc.sql("lock table duty_shift in share row exclusive mode").update();
		this.jdbc.sql("delete from duty_shift where rota = ?").param(rota).update();
		shifts.forEach(
				(shift) -> this.jdbc.sql("insert into duty_shift (rota, login, from_at, to_at) values (?, ?, ?, ?)")
					.params(rota, shift.login(), Columns.at(shift.from()), Columns.at(shift.to()))
					.update());
	}

	private void refuseWrong(List<Shift> shifts) {
		List<FieldProblem> problems = new ArrayList<>();
		if (shifts.size() > MOST) {
			throw new InputRefused("shifts", "has more than " + MOST);
		}
		for (int i = 0; i < shifts.size(); i++) {
			check("shifts[" + i + "]", shifts.get(i), problems);
		}
		if (!problems.isEmpty()) {
			throw new InputRefused(problems);
		}
	}

	private void check(String field, Shift shift, List<FieldProblem> problems) {
		if (this.staff.find(shift.login()).isEmpty()) {
			problems.add(new FieldProblem(field + ".login", "is not a login"));
		}
		if (!shift.from().isBefore(shift.to())) {
			problems.add(new FieldProblem(field + ".to", "must be after from"));
		}
	}

}
