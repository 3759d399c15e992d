package org.tierline.patches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is to tell, from the rows of defects; what was told, in progress_report. */
@Repository
class JdbcProgressNews implements ProgressNews {

	/** A withdrawn release brings nothing. */
	private static final String STANDING = """
			select d.id, d.title, d.state, w.body as workaround, n.body as note, r.name as release, r.planned_for
			from defect d
			left join lateral (select body from defect_workaround where defect_id = d.id order by id desc limit 1) w
			on true
			left join lateral (select * from defect_progress_note where defect_id = d.id order by id desc limit 1) n
			on %s
			left join release_defect p on p.defect_id = d.id and p.withdrawn_at is null and not p.early
			left join release r on r.id = p.release_id and r.state <> 'withdrawn'
			where d.id = any(:ids)""".formatted(ProgressNoteRows.IN_FORCE);

	/** Where the cases of a duplicate go in the end. */
	private static final String DEFECTS = """
			with recursive way as (select t.case_id, d.id, d.merged_into from defect_case t
			join defect d on d.id = t.defect_id where t.case_id = any(:ids) and t.untied_at is null
			union select w.case_id, d.id, d.merged_into from way w join defect d on d.id = w.merged_into)
			select case_id, id from way where merged_into is null""";

	/** Nulls too have a type, so that the driver prepares the statement once. */
	private static final int[] TOLD = { Types.BIGINT, Types.BIGINT, Types.TIMESTAMP_WITH_TIMEZONE, Types.VARCHAR,
			Types.VARCHAR, Types.DATE };

	private final JdbcClient jdbc;

	private final JdbcOperations batches;

	JdbcProgressNews(JdbcClient jdbc, JdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	@Override
	public Standing of(DefectNumber number) {
		Standing standing = standings(List.of(number)).get(number);
		if (standing == null) {
			throw new NoSuchDefect(number);
		}
		return standing;
	}

	@Override
	public Map<CaseNumber, Standing> of(Collection<CaseNumber> numbers) {
		Map<CaseNumber, DefectNumber> defects = this.jdbc.sql(DEFECTS)
			.param("ids", CaseNumber.ids(numbers))
			.query((row, index) -> Map.entry(CaseNumber.of(row.getLong("case_id")), DefectNumber.of(row.getLong("id"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		Map<DefectNumber, Standing> standings = standings(defects.values());
		return defects.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (tie) -> standings.get(tie.getValue())));
	}

	private Map<DefectNumber, Standing> standings(Collection<DefectNumber> numbers) {
		return numbers.isEmpty() ? Map.of()
				: this.jdbc.sql(STANDING)
					.param("ids", numbers.stream().map(DefectNumber::id).distinct().toArray(Long[]::new))
					.query(JdbcProgressNews::read)
					.list()
					.stream()
					.collect(Collectors.toMap(Standing::number, Function.identity()));
	}

	@Override
	public Map<CaseNumber, LocalDate> toldDays(Collection<CaseNumber> numbers) {
		return this.jdbc.sql("""
				select asked.id, told.expected_on from unnest(cast(:ids as bigint[])) asked (id)
				cross join lateral (select expected_on from progress_report where case_id = asked.id
				order by id desc limit 1) told where told.expected_on is not null""")
			.param("ids", CaseNumber.ids(numbers))
			.query((row, index) -> Map.entry(CaseNumber.of(row.getLong("id")),
					row.getObject("expected_on", LocalDate.class)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	@Override
	public void told(Map<CaseNumber, Standing> reports, Instant at) {
		this.batches.batchUpdate("""
				insert into progress_report (case_id, defect_id, at, state, release, expected_on)
				values (?, ?, ?, ?, ?, ?)""",
				reports.entrySet().stream().map((one) -> row(one.getKey(), one.getValue(), at)).toList(), TOLD);
	}

	private static Object[] row(CaseNumber number, Standing told, Instant at) {
		return new Object[] { number.id(), told.number().id(), Columns.at(at), told.state().code(), told.release(),
				told.expectedOn() };
	}

	private static Standing read(ResultSet row, int index) throws SQLException {
		return new Standing(DefectNumber.of(row.getLong("id")), row.getString("title"),
				Columns.word(row, "state", DefectState.class), row.getString("workaround"), row.getString("note"),
				row.getString("release"), row.getObject("planned_for", LocalDate.class));
	}

}
