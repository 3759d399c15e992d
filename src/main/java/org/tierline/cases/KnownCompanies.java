package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.tierline.customers.Companies;
import org.tierline.customers.Company;
import org.tierline.customers.FormerSite;

import org.springframework.stereotype.Component;

/**
 * The companies of the cases, as this transaction has seen them: one promise is made by
 * one site and plan, even if somebody changes them meanwhile.
 */
@Component
class KnownCompanies {

	private final Companies companies;

	private final TransactionMemory<Long, Company> known = new TransactionMemory<>();

	private final TransactionMemory<Since, List<FormerSite>> former = new TransactionMemory<>();

	/** They have the site that they always had. */
	private final TransactionMemory<Long, Boolean> neverMoved = new TransactionMemory<>();

	KnownCompanies(Companies companies) {
		this.companies = companies;
	}

	Company get(long id) {
		return this.known.get(id, this.companies::get);
	}

	/** Learns of many at once. */
	void recall(Collection<Long> ids) {
		this.companies.all(ids).forEach((company) -> this.known.keep(company.id(), company));
		Set<Long> moved = this.companies.moved(ids);
		ids.stream().filter((id) -> !moved.contains(id)).forEach((id) -> this.neverMoved.keep(id, true));
	}

	List<FormerSite> formerSites(long id, Instant since) {
		if (this.neverMoved.find(id) != null) {
			return List.of();
		}
		return this.former.get(new Since(id, since), (key) -> this.companies.formerSites(id, since));
	}

	/** An unknown name is added. */
	Company findOrAdd(String name) {
		Company company = this.companies.findOrAdd(name);
		this.known.keep(company.id(), company);
		return company;
	}

	private record Since(long id, Instant since) {
	}

}
