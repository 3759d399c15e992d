package org.tierline.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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

	private final TransactionMemory<Long, List<FormerSite>> allFormer = new TransactionMemory<>();

	private final TransactionMemory<Since, List<FormerSite>> former = new TransactionMemory<>();

	KnownCompanies(Companies companies) {
		this.companies = companies;
	}

	/** Reads many companies and all their former sites at once. */
	void learn(Collection<Long> ids) {
		this.companies.all(ids).forEach((company) -> this.known.keep(company.id(), company));
		Map<Long, List<FormerSite>> sites = this.companies.formerSites(ids);
		ids.forEach((id) -> this.allFormer.keep(id, sites.getOrDefault(id, List.of())));
	}

	Company get(long id) {
		return this.known.get(id, this.companies::get);
	}

	List<FormerSite> formerSites(long id, Instant since) {
		List<FormerSite> all = this.allFormer.find(id);
		return (all != null) ? all.stream().filter((former) -> former.until().isAfter(since)).toList()
				: this.former.get(new Since(id, since), (key) -> this.companies.formerSites(id, since));
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
