package org.tierline;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.tierline.customers.Companies;
import org.tierline.customers.Hours;
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
			add(companies, "Acme Video", Plan.PREMIUM, false, site("America/New_York", "US"));
			add(companies, "Borealis TV", Plan.STANDARD, false, site("Europe/Helsinki", "FI"));
			add(companies, "Cascade Police", Plan.PREMIUM_PLUS, true, site("America/Los_Angeles", "US"));
		});
	}

	private static void add(Companies companies, String name, Plan plan, boolean priorityUpdates, Site site) {
		if (companies.find(name).isEmpty()) {
			companies.add(name, plan, priorityUpdates, site);
		}
	}

	private static Site site(String zone, String country) {
		Map<DayOfWeek, List<Hours>> hours = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
			.stream()
			.collect(Collectors.toMap(Function.identity(), (day) -> List.of(new Hours(9 * 60, 17 * 60))));
		return new Site(ZoneId.of(zone), country, hours, Set.of());
	}

}
