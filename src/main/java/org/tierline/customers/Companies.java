package org.tierline.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All companies; names are unique, letter case and outer blanks aside. */
public interface Companies {

	/** By its name, or by one that it had and that no other company has taken. */
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
	default Optional<Company> change(String name, Plan plan, boolean priorityUpdates, Site site) {
		return change(name, null, plan, priorityUpdates, site);
	}

	/**
	 * Changes a company as above, and its name, which is told as {@link CompanyRenamed}.
	 * @param newName null: it stays
	 * @throws CompanyExists if another company has that name
	 */
	Optional<Company> change(String name, String newName, Plan plan, boolean priorityUpdates, Site site);

	/** The companies of those ids, in no order. */
	List<Company> all(Collection<Long> ids);

	/** The sites that the company had and gave up after then, oldest first. */
	List<FormerSite> formerSites(long companyId, Instant since);

	/** The sites that those companies ever gave up, by company, oldest first. */
	Map<Long, List<FormerSite>> formerSites(Collection<Long> companyIds);

	/** By name; {@code after} is the last name of the page before, or null. */
	List<Company> list(String after, int limit);

}
