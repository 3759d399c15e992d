package org.tierline.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table company. Two calls that add one name in parallel get the same company. */
@Repository
class JdbcCompanies implements Companies {

	private static final String COLUMNS = "id, name, plan, priority_updates, time_zone, country, hours, holidays, verified_at";

	private static final String INSERT = """
			insert into company (name, plan, priority_updates, time_zone, country, hours, holidays, verified_at, created_at)
			values (:name, :plan, :priorityUpdates, :timeZone, :country, :hours::jsonb, :holidays::jsonb, :verifiedAt, :at)
			on conflict ((lower(name))) do nothing""";

	private static final String FOR_UPDATE = " for update";

	private final JdbcClient jdbc;

	private final SiteJson json;

	private final Clock clock;

	private final ZoneId defaultZone;

	private final ApplicationEventPublisher events;

	JdbcCompanies(JdbcClient jdbc, SiteJson json, Clock clock, ApplicationEventPublisher events,
			@Value("${tierline.default-time-zone}") ZoneId defaultZone) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
		this.defaultZone = defaultZone;
		this.events = events;
	}

	@Override
	public Optional<Company> find(String name) {
		return named(name, "").or(() -> formerlyNamed(name, ""));
	}

	private Optional<Company> named(String name, String lock) {
		return select("where lower(name) = lower(:name)" + lock).param("name", name.strip())
			.query(this::read)
			.optional();
	}

	private Optional<Company> formerlyNamed(String name, String lock) {
		return select("where id = (select company_id from former_name where lower(name) = lower(:name))" + lock)
			.param("name", name.strip())
			.query(this::read)
			.optional();
	}

	@Override
	public Company get(long id) {
		return select("where id = :id").param("id", id)
			.query(this::read)
			.optional()
			.orElseThrow(() -> new EmptyResultDataAccessException("no company " + id, 1));
	}

	@Override
	public List<Company> all(Collection<Long> ids) {
		return select("where id = any(:ids)").param("ids", ids.toArray(Long[]::new)).query(this::read).list();
	}

	@Override
	public Company findOrAdd(String name) {
		return find(name).orElseGet(() -> {
			insert(name, Plan.STANDARD, false, Site.standard(this.defaultZone), false);
			return find(name).orElseThrow();
		});
	}

	@Override
	@Transactional
	public Company add(String name, Plan plan, boolean priorityUpdates, Site site) {
		if (insert(name, plan, priorityUpdates, site, true) == 0) {
			throw new CompanyExists(name);
		}
		take(name);
		return find(name).orElseThrow();
	}

	@Override
	@Transactional
	public Optional<Company> change(String name, String newName, Plan plan, boolean priorityUpdates, Site site) {
		Optional<Company> before = named(name, FOR_UPDATE).or(() -> formerlyNamed(name, FOR_UPDATE));
		return before.map((company) -> {
			update(company, plan, priorityUpdates, site);
			if (newName != null && !newName.strip().equals(company.name())) {
				rename(company, newName.strip());
			}
			Company after = get(company.id());
			tell(company, after);
			return after;
		});
	}

	/** Its former name goes on to find it. */
	private void rename(Company company, String name) {
		try {
			this.jdbc.sql("update company set name = ? where id = ?").params(name, company.id()).update();
		}
		catch (DuplicateKeyException ex) {
			throw new CompanyExists(name);
		}
		take(name);
		if (!name.equalsIgnoreCase(company.name())) {
			this.jdbc.sql("insert into former_name (name, company_id, until) values (?, ?, ?)")
				.params(company.name(), company.id(), now())
				.update();
		}
		this.events.publishEvent(new CompanyRenamed(company, get(company.id())));
	}

	/** A name that a company has is no other's former name. */
	private void take(String name) {
		this.jdbc.sql("delete from former_name where lower(name) = lower(?)").param(name.strip()).update();
	}

	private void tell(Company before, Company after) {
		if (before.plan() != after.plan() || before.priorityUpdates() != after.priorityUpdates()) {
			this.events.publishEvent(new SupportChanged(before.id()));
		}
		boolean moved = !before.site().equals(after.site());
		if (moved || before.plan() != after.plan()) {
			Instant at = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
			Long siteBefore = moved ? keep(before, at) : null;
			this.events.publishEvent(new CompanyChanged(before, after, at, siteBefore));
		}
	}

	private Long keep(Company before, Instant until) {
		Site site = before.site();
		return this.jdbc.sql("""
				insert into site_before (company_id, until, time_zone, country, hours, holidays)
				values (?, ?, ?, ?, ?::jsonb, ?::jsonb) returning id""")
			.params(before.id(), until.atOffset(ZoneOffset.UTC), site.timeZone().getId(), site.country(),
					this.json.hours(site), this.json.holidays(site))
			.query(Long.class)
			.single();
	}

	@Override
	public List<FormerSite> formerSites(long companyId, Instant since) {
		return this.jdbc.sql("""
				select until, time_zone, country, hours, holidays from site_before
				where company_id = ? and until > ? order by id""")
			.params(companyId, since.atOffset(ZoneOffset.UTC))
			.query((row, index) -> former(row))
			.list();
	}

	@Override
	public Map<Long, List<FormerSite>> formerSites(Collection<Long> companyIds) {
		Map<Long, List<FormerSite>> found = new HashMap<>();
		this.jdbc.sql("""
				select company_id, until, time_zone, country, hours, holidays from site_before
				where company_id = any(:ids) order by id""")
			.param("ids", companyIds.toArray(Long[]::new))
			.query((row) -> {
				found.computeIfAbsent(row.getLong("company_id"), (id) -> new ArrayList<>()).add(former(row));
			});
		return found;
	}

	private FormerSite former(ResultSet row) throws SQLException {
		return new FormerSite(row.getObject("until", OffsetDateTime.class).toInstant(), site(row));
	}

	private void update(Company company, Plan plan, boolean priorityUpdates, Site site) {
		with(this.jdbc.sql("""
				update company set plan = :plan, priority_updates = :priorityUpdates, time_zone = :timeZone,
				country = :country, hours = :hours::jsonb, holidays = :holidays::jsonb,
				verified_at = coalesce(verified_at, :at) where name = :name"""), company.name(), plan, priorityUpdates,
				site)
			.update();
	}

	@Override
	public List<Company> list(String after, int limit) {
		return select("where lower(name) > lower(:after) order by lower(name) limit :limit")
			.param("after", (after != null) ? after : "")
			.param("limit", limit)
			.query(this::read)
			.list();
	}

	private int insert(String name, Plan plan, boolean priorityUpdates, Site site, boolean verified) {
		return with(this.jdbc.sql(INSERT), name, plan, priorityUpdates, site)
			.param("verifiedAt", verified ? now() : null)
			.update();
	}

	private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, String name, Plan plan,
			boolean priorityUpdates, Site site) {
		return statement.param("name", name.strip())
			.param("plan", plan.code())
			.param("priorityUpdates", priorityUpdates)
			.param("timeZone", site.timeZone().getId())
			.param("country", site.country())
			.param("hours", this.json.hours(site))
			.param("holidays", this.json.holidays(site))
			.param("at", now());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private JdbcClient.StatementSpec select(String rest) {
		return this.jdbc.sql("select " + COLUMNS + " from company " + rest);
	}

	private Site site(ResultSet row) throws SQLException {
		return new Site(ZoneId.of(row.getString("time_zone")), row.getString("country"),
				this.json.hours(row.getString("hours")), this.json.holidays(row.getString("holidays")));
	}

	private Company read(ResultSet row, int index) throws SQLException {
		OffsetDateTime verifiedAt = row.getObject("verified_at", OffsetDateTime.class);
		return new Company(row.getLong("id"), row.getString("name"), Plan.of(row.getString("plan")),
				row.getBoolean("priority_updates"), site(row), (verifiedAt != null) ? verifiedAt.toInstant() : null);
	}

}
