package org.tierline;

import java.time.ZoneId;

import org.tierline.customers.Companies;
import org.tierline.customers.Plan;
import org.tierline.customers.Site;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The companies of the development run; one that is there stays as it is. */
@TestConfiguration(proxyBeanMethods = false)
class DemoCompanies {

	@Bean
	ApplicationRunner addDemoCompanies(ObjectProvider<Companies> found) {
		return (arguments) -> found.ifAvailable((companies) -> {
			add(companies, "Acme Video", Plan.PREMIUM, false, "America/New_York");
			add(companies, "Borealis TV", Plan.STANDARD, false, "Europe/Helsinki");
			add(companies, "Cascade Police", Plan.PREMIUM_PLUS, true, "America/Los_Angeles");
		});
	}

	private static void add(Companies companies, String name, Plan plan, boolean priorityUpdates, String zone) {
		if (companies.find(name).isEmpty()) {
			companies.add(name, plan, priorityUpdates, Site.standard(ZoneId.of(zone)));
		}
	}

}
