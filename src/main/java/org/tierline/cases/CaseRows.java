package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.tierline.customers.Company;
import org.tierline.customers.Contact;
import org.tierline.customers.Plan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of table support_case. */
@Repository
class CaseRows {

	private static final String COLUMNS = """
			id, status, tier, severity, impact, urgency, plan, company_id, company, contact_name, contact_email,
			contact_phone, product, channel, subject, details, opened_at, resolved_at, closed_at, solved_by, assignee,
			handoff_mode, merged_into, exists (select from question q where q.case_id = c.id
			and q.silent_at is not null and not exists (select from question n where n.case_id = q.case_id
			and n.id > q.id)) as silent
			""";

	private final JdbcClient jdbc;

	private final Writes writes;

	private final WordSpread words;

	/** Present: locked by this transaction; empty: and changed since it was read. */
	private final TransactionMemory<CaseNumber, Optional<SupportCase>> held = new TransactionMemory<>();

	CaseRows(JdbcClient jdbc, Writes writes, WordSpread words) {
		this.jdbc = jdbc;
		this.words = words;
		this.writes = writes;
	}

	/**
	 * Adds an open case in Tier 1.
	 * @param severity may be null
	 */
	SupportCase insert(Opening opening, Company company, Integer severity, Instant at) {
		long id = this.jdbc
			.sql("""
					with opened as (insert into support_case (id, status, tier, severity, impact, urgency, plan, company_id, company, contact_name,
					contact_email, contact_phone, product, channel, subject, details, opened_at)
					values (nextval('case_number'), 'open', 1, :severity, :impact, :urgency, :plan, :companyId, :company, :name,
					:email, :phone, :product, :channel, :subject, :details, :at) returning id),
					contact as (insert into participant (case_id, email, name, role)
					select id, :email, :name, 'contact' from opened)
					select id from opened""")
			.param("severity", severity, Types.INTEGER)
			.param("impact", opening.impact().code())
			.param("urgency", opening.urgency().code())
			.param("plan", company.plan().code())
			.param("companyId", company.id())
			.param("company", company.name())
			.param("name", opening.contact().name())
			.param("email", opening.contact().email())
			.param("phone", opening.contact().phone())
			.param("product", opening.product())
			.param("channel", opening.channel().code())
			.param("subject", opening.subject())
			.param("details", opening.details())
			.param("at", Columns.at(at))
			.query(Long.class)
			.single();
		SupportCase inserted = inserted(CaseNumber.of(id), opening, company, severity, at);
		// Nobody else knows it yet.
		this.held.keep(inserted.number(), Optional.of(inserted));
		return inserted;
	}

	private static SupportCase inserted(CaseNumber number, Opening opening, Company company, Integer severity,
			Instant at) {
		return new SupportCase(number, Status.OPEN, Tier.ONE, severity, opening.impact(), opening.urgency(),
				company.plan(), company.id(), company.name(), opening.contact(), opening.product(), opening.channel(),
				opening.subject(), opening.details(), at, null, null, null, null, null, false, null);
	}

	Optional<SupportCase> find(CaseNumber number) {
		return holds(number) ? heldRow(number) : read(number, "where id = :id");
	}

	Optional<SupportCase> lock(CaseNumber number) {
		if (holds(number)) {
			return heldRow(number);
		}
		Optional<SupportCase> row = read(number, "where id = :id for no key update");
		row.ifPresent((locked) -> this.held.keep(number, row));
		return row;
	}

	/**
	 * Locks many cases with one statement, in the order of their numbers; numbers without
	 * a case are left out.
	 */
	List<SupportCase> lock(Collection<CaseNumber> numbers) {
		this.writes.flush();
		List<SupportCase> rows = select("where id = any(:ids) order by id for no key update")
			.param("ids", CaseNumber.ids(numbers))
			.query(CaseRows::read)
			.list();
		rows.forEach((locked) -> this.held.keep(locked.number(), Optional.of(locked)));
		return rows;
	}

	/** Whether this transaction has locked it, so that nobody else changes it. */
	boolean holds(CaseNumber number) {
		return this.held.find(number) != null;
	}

	/** What is remembered of it is not true any more. */
	void changed(CaseNumber number) {
		if (holds(number)) {
			this.held.keep(number, Optional.empty());
		}
	}

	private Optional<SupportCase> heldRow(CaseNumber number) {
		return this.held.find(number).or(() -> {
			Optional<SupportCase> row = read(number, "where id = :id");
			this.held.keep(number, row);
			return row;
		});
	}

	private Optional<SupportCase> read(CaseNumber number, String where) {
		this.writes.flush();
		return select(where).param("id", number.id()).query(CaseRows::read).optional();
	}

	List<SupportCase> all(Collection<CaseNumber> numbers) {
		this.writes.flush();
		return select("where id = any(:ids)").param("ids", CaseNumber.ids(numbers)).query(CaseRows::read).list();
	}

	List<SupportCase> list(CaseFilter filter, CaseNumber after, int limit) {
		return list(ListQuery.of(filter, after, limit, null));
	}

	private List<SupportCase> list(ListQuery query) {
		return select(query.where() + query.order() + " limit :limit").params(query.params())
			.query(CaseRows::read)
			.list();
	}

	Optional<String> companyOf(String email) {
		return this.jdbc.sql("""
				select company.name from support_case c join company on company.id = c.company_id
				where lower(c.contact_email) = lower(?) order by c.id desc limit 1""")
			.param(email)
			.query(String.class)
			.optional();
	}

	/** Another word whenever something was added to the case, sent or handed on. */
	Optional<String> version(CaseNumber number) {
		return this.jdbc.sql("""
				select concat_ws('.', status, assignee, (select max(id) from timeline t where t.case_id = c.id),
				(select concat(max(id), '.', count(*) filter (where delivery = 'queued')) from message m
				where m.case_id = c.id)) from support_case c where id = ?""")
			.param(number.id())
			.query(String.class)
			.optional();
	}

	/** A list by words. */
	@Transactional(readOnly = true)
	List<SupportCase> search(CaseFilter filter, CaseNumber after, int limit) {
		planForTheWords(this.jdbc);
		return list(ListQuery.of(filter, after, limit, this.words.of(ListQuery.words(filter.query()))));
	}

	/**
	 * How common the words are decides between the index of words and that of numbers: a
	 * plan made for any words is a thousand times too slow for some.
	 */
	static void planForTheWords(JdbcClient jdbc) {
		jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)").query(String.class).single();
	}

	/** Sets the given columns, such as {@code "status = 'open', tier = 2"}. */
	void set(CaseNumber number, String assignments, Object... params) {
		write(number, assignments, params);
		changed(number);
	}

	/** Locked cases are promised by another plan from now on. */
	void setPlan(Collection<SupportCase> cases, Plan plan) {
		this.writes.flush();
		this.jdbc.sql("update support_case set plan = :plan where id = any(:ids)")
			.param("plan", plan.code())
			.param("ids", CaseNumber.ids(cases.stream().map(SupportCase::number).toList()))
			.update();
		cases.forEach((one) -> this.held.keep(one.number(), Optional.of(one.under(plan))));
	}

	/** A locked case is resolved by its tier. */
	void resolved(SupportCase locked, Instant at) {
		write(locked.number(), "status = 'resolved', resolved_at = ?, solved_by = ?", Columns.at(at),
				locked.tier().number());
		this.held.keep(locked.number(), Optional.of(locked.resolved(at)));
	}

	private void write(CaseNumber number, String assignments, Object... params) {
		Object[] all = Arrays.copyOf(params, params.length + 1);
		all[params.length] = number.id();
		this.writes.write("update support_case set " + assignments + " where id = ?", all);
	}

	private JdbcClient.StatementSpec select(String rest) {
		return this.jdbc.sql("select " + COLUMNS + " from support_case c " + rest);
	}

	private static SupportCase read(ResultSet row, int index) throws SQLException {
		Contact contact = new Contact(row.getString("contact_name"), row.getString("contact_email"),
				row.getString("contact_phone"));
		return new SupportCase(Columns.number(row, "id"), Columns.word(row, "status", Status.class),
				Columns.tier(row, "tier"), row.getObject("severity", Integer.class),
				Columns.word(row, "impact", Impact.class), Columns.word(row, "urgency", Urgency.class),
				Plan.of(row.getString("plan")), row.getLong("company_id"), row.getString("company"), contact,
				row.getString("product"), Columns.word(row, "channel", Channel.class), row.getString("subject"),
				row.getString("details"), Columns.instant(row, "opened_at"), Columns.instant(row, "resolved_at"),
				Columns.instant(row, "closed_at"), Columns.tier(row, "solved_by"), row.getString("assignee"),
				Columns.word(row, "handoff_mode", HandoffMode.class), row.getBoolean("silent"),
				Columns.number(row, "merged_into"));
	}

}
