package org.tierline.alerts;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table chain_step. */
@Repository
class ChainRows implements EscalationChain {

	private static final int MOST = 20;

	private static final Duration LONGEST = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final Staff staff;

	ChainRows(JdbcClient jdbc, Staff staff) {
		this.jdbc = jdbc;
		this.staff = staff;
	}

	@Override
	public Map<Level, List<ChainStep>> steps() {
		Map<Level, List<ChainStep>> steps = new EnumMap<>(Level.class);
		for (Level level : Level.values()) {
			steps.put(level,
					this.jdbc.sql("select recipient, delay_ms from chain_step where level = ? order by no")
						.param(level.code())
						.query((row, index) -> new ChainStep(new Recipient(row.getString("recipient")),
								Columns.millis(row, "delay_ms")))
						.list());
		}
		return steps;
	}

	@Override
	@Transactional
	public void replace(Map<Level, List<Draft>> chain) {
		List<FieldProblem> problems = new ArrayList<>();
		Map<Level, List<ChainStep>> read = new EnumMap<>(Level.class);
		chain.forEach((level, drafts) -> read.put(level, read(level, drafts, problems)));
		if (!problems.isEmpty()) {
			throw new InputRefused(problems);
		}
		this.jdbc.sql("lock table chain_step in share row exclusive mode").update();
		read.forEach(this::replace);
	}

	private void replace(Level level, List<ChainStep> steps) {
		this.jdbc.sql("delete from chain_step where level = ?").param(level.code()).update();
		for (int i = 0; i < steps.size(); i++) {
			this.jdbc.sql("insert into chain_step (level, no, recipient, delay_ms) values (?, ?, ?, ?)")
				.params(level.code(), i + 1, steps.get(i).recipient().code(), steps.get(i).delay().toMillis())
				.update();
		}
	}

	private List<ChainStep> read(Level level, List<Draft> drafts, List<FieldProblem> problems) {
		if (drafts.size() > MOST) {
			problems.add(new FieldProblem(level.code(), "has more than " + MOST + " steps"));
			return List.of();
		}
		List<ChainStep> steps = new ArrayList<>();
		for (int i = 0; i < drafts.size(); i++) {
			steps.add(read(level.code() + "[" + i + "]", drafts.get(i), problems));
		}
		return steps;
	}

	private ChainStep read(String field, Draft draft, List<FieldProblem> problems) {
		Optional<Recipient> recipient = Recipient.parse(draft.recipient()).filter(this::exists);
		if (recipient.isEmpty()) {
			problems.add(new FieldProblem(field + ".recipient",
					"must be technician, lead, supervisors, group:<group> or login:<login>, and exist"));
		}
		Optional<Duration> delay = delay(draft.delay());
		if (delay.isEmpty()) {
			problems.add(new FieldProblem(field + ".delay", "must be a duration from PT0S to P30D such as PT1H"));
		}
		return new ChainStep(recipient.orElse(null), delay.orElse(null));
	}

	private boolean exists(Recipient recipient) {
		return recipient.group().map(this.staff::isGroup).orElse(true)
				&& recipient.login().map((login) -> this.staff.find(login).isPresent()).orElse(true);
	}

	private static Optional<Duration> delay(String text) {
		try {
			return Optional.of((text != null) ? Duration.parse(text) : Duration.ZERO)
				.filter((delay) -> !delay.isNegative() && delay.compareTo(LONGEST) <= 0);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
