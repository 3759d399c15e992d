package org.tierline.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All companies; names are unique, letter case and outer blanks aside. */
public interface Companies {

	Optional<Company> find(String name);

	/** The company of that id, which must exist. */
	Company get(long id);

	/**
	 * The company of that name; an unknown one is added with plan standard, unverified.
	 */
	Company findOrAdd(String name);

	/**
	 * Adds a verified company.
	 * @throws CompanyExists if the name is taken
	 */
	Company add(String name, Plan plan, boolean priorityUpdates, Site site);

	/**
	 * Changes a company, which is verified by that; empty if the name is unknown. Another
	 * plan or site is told as {@link CompanyChanged}.
	 */
	Optional<Company> change(String name, Plan plan, boolean priorityUpdates, Site site);

	/** The companies of those ids, in no order. */
	List<Company> all(Collection<Long> ids);

	/** Those of them that ever had another site. */
	Set<Long> moved(Collection<Long> ids);

	/** The sites that the company had and gave up after then, oldest first. */
	List<FormerSite> formerSites(long companyId, Instant since);

	/** By name; {@code after} is the last name of the page before, or null. */
	List<Company> list(String after, int limit);

}
