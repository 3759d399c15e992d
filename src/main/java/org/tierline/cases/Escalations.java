package org.tierline.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The escalations of the cases. */
@Repository
class Escalations {

	private final JdbcClient jdbc;

	/** New cases, which have not climbed yet. */
	private final TransactionMemory<CaseNumber, Boolean> none = new TransactionMemory<>();

	Escalations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void none(CaseNumber number) {
		this.none.keep(number, true);
	}

	void add(CaseNumber number, Escalation escalation, String who) {
		this.none.forget(number);
		this.jdbc.sql("""
				insert into escalation (case_id, from_tier, to_tier, reason, mode, note, at, who)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(number.id(), escalation.from().number(), escalation.to().number(), escalation.reason().code(),
					escalation.mode().code(), escalation.note(), Columns.at(escalation.at()), who)
			.update();
	}

	/** Oldest first, by case; cases without any are left out. */
	Map<CaseNumber, List<Escalation>> of(Collection<CaseNumber> numbers) {
		List<CaseNumber> climbed = numbers.stream().filter((number) -> this.none.find(number) == null).toList();
		return climbed.isEmpty() ? Map.of() : stored(climbed);
	}

	private Map<CaseNumber, List<Escalation>> stored(Collection<CaseNumber> numbers) {
		return this.jdbc.sql("select * from escalation where case_id = any(:ids) order by id")
			.param("ids", CaseNumber.ids(numbers))
			.query((row, index) -> Map.entry(Columns.number(row, "case_id"),
					new Escalation(Columns.tier(row, "from_tier"), Columns.tier(row, "to_tier"),
							Columns.word(row, "reason", EscalationReason.class),
							Columns.word(row, "mode", HandoffMode.class), row.getString("note"),
							Columns.instant(row, "at"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

}
