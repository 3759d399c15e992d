package org.tierline.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.sql.DataSource;

import org.tierline.history.Originals.Original;
import org.tierline.history.Tables.Table;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two years of cases of a busy company. The product carries some originals of every kind
 * over its own doors; the rest are copies, with conversation, clocks and timeline, and
 * for the open ones with all that the engine needs: its tasks and timers are real.
 */
public final class History {

	private static final int WEEKS = 104;

	private static final int CASES_PER_COMPANY = 500;

	private static final int WORDS = 3_000;

	private final DataSource database;

	private final JdbcClient jdbc;

	private final Caller caller;

	// The same history each time.
	private final Random random = new Random(7);

	/** Into the database at that URL, whose product answers the caller. */
	public History(String url, Caller caller) {
		this.database = new DriverManagerDataSource(url);
		this.jdbc = JdbcClient.create(this.database);
		this.caller = caller;
	}

	/**
	 * Adds so many cases, some of them open.
	 * @param plans the plans of their companies
	 */
	public void add(int cases, int open, List<String> plans) throws Exception {
		Originals opening = originals();
		List<Original> originals = new ArrayList<>();
		for (String plan : plans) {
			originals.addAll(opening.open(plan));
		}
		copy(opening, originals, cases, open, plans);
	}

	/**
	 * Adds so many cases of companies of that plan that all wait for the fix of one
	 * defect.
	 * @return the number of the defect; some more than the given cases wait for it
	 */
	public String addWaiting(int cases, String plan) throws Exception {
		Originals opening = originals();
		copy(opening, opening.openWaiting(plan), cases, cases, List.of(plan));
		return opening.defect();
	}

	/** Next to those of earlier histories. */
	private Originals originals() {
		return new Originals(this.caller,
				this.jdbc.sql("select count(*) from company where name like :name")
					.param("name", Originals.COMPANY + "%")
					.query(Integer.class)
					.single());
	}

	private void copy(Originals opening, List<Original> originals, int cases, int open, List<String> plans)
			throws Exception {
		Instant now = Instant.now();
		List<Table> tables = new Tables(this.jdbc).all();
		List<Mould> moulds = Mould.of(originals, tables, this.jdbc);
		Map<String, List<Customer>> customers = addCompanies(opening, plans, Math.max(3, cases / CASES_PER_COMPANY));
		Numbers numbers = new Numbers(this.jdbc, tables);
		try (Loading loading = new Loading(this.database, tables)) {
			for (int i = 0; i < cases; i++) {
				Mould mould = any(moulds, i >= cases - open);
				loading.write(mould, copy(mould, customers, now, numbers, (double) i / (cases - open)));
			}
		}
		this.jdbc.sql("analyze company").update();
	}

	private Mould any(List<Mould> moulds, boolean open) {
		List<Mould> fitting = moulds.stream().filter((mould) -> mould.original().kind().open == open).toList();
		int left = this.random.nextInt(fitting.stream().mapToInt((mould) -> mould.original().weight()).sum());
		for (Mould mould : fitting) {
			left -= mould.original().weight();
			if (left < 0) {
				return mould;
			}
		}
		throw new IllegalStateException();
	}

	/**
	 * Closed ones lie in the order of their numbers between two years ago and last week.
	 * Of open ones, those whose clocks run since the opening are of this half hour.
	 */
	private Copy copy(Mould mould, Map<String, List<Customer>> customers, Instant now, Numbers numbers, double age) {
		Kind kind = mould.original().kind();
		List<Customer> fitting = customers.get(mould.original().plan());
		Customer customer = fitting.get(this.random.nextInt(fitting.size()));
		long little = this.random.nextLong(30 * 60 * Times.SECOND);
		long weeks = kind.open ? 1 + this.random.nextInt(8) : 1 + (long) ((1 - age) * (WEEKS - 1));
		long past = kind.fresh() ? -little : -7 * weeks * Times.DAY - little;
		return numbers.next(mould.sizes(), customer.id(), customer.name(), subject(), now.toEpochMilli() * 1_000, past,
				kind.fresh() ? past : little);
	}

	/** Common words are common. */
	private String subject() {
		StringBuilder subject = new StringBuilder();
		for (int i = 0; i < 5; i++) {
			int word = (int) (WORDS * Math.pow(this.random.nextDouble(), 3));
			subject.append((i == 0) ? "" : " ")
				.append("kalomiretuszpadon".charAt(word % 17))
				.append("a")
				.append(Integer.toString(word + 36, 36));
		}
		return subject.toString();
	}

	private Map<String, List<Customer>> addCompanies(Originals opening, List<String> plans, int count) {
		Map<String, List<Customer>> customers = new HashMap<>();
		for (String plan : plans) {
			customers.put(plan, this.jdbc
				.sql("""
						insert into company (name, plan, priority_updates, time_zone, country, hours, holidays, verified_at, created_at)
						select plan || ' customer ' || n, plan, priority_updates, time_zone, country, hours, holidays, verified_at,
						created_at from company, (select count(*) as count from company where name like :plan || ' customer %') former,
						generate_series(former.count + 1, former.count + :count) n where name = :original returning id, name""")
				.param("plan", plan)
				.param("count", 1 + count / plans.size())
				.param("original", opening.company(plan))
				.query((row, index) -> new Customer(row.getLong("id"), row.getString("name")))
				.list());
		}
		return customers;
	}

	private record Customer(long id, String name) {
	}

}
