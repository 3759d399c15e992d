package org.tierline.customers;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.tierline.TierlineTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TierlineTest
class CompaniesTests {

	@Autowired
	Companies companies;

	@Autowired
	PlanTerms terms;

	private final String name = "Company " + UUID.randomUUID();

	@Test
	void twoCallsThatMeetAnUnknownNameGetTheSameCompany() throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(8);
		try {
			Callable<Long> call = () -> this.companies.findOrAdd(this.name).id();
			List<Future<Long>> ids = callers.invokeAll(IntStream.range(0, 8).mapToObj((i) -> call).toList());
			for (Future<Long> id : ids) {
				assertThat(id.get()).isEqualTo(ids.get(0).get());
			}
		}
		finally {
			callers.shutdownNow();
		}
		assertThat(this.companies.findOrAdd(this.name).verifiedAt()).isNull();
	}

	@Test
	void namesAreUniqueInAnyLetterCaseAndWithOuterBlanks() {
		this.companies.add(this.name, Plan.PREMIUM, false, Site.standard(ZoneId.of("Europe/Berlin")));
		assertThat(this.companies.findOrAdd("  " + this.name.toUpperCase() + " ").plan()).isEqualTo(Plan.PREMIUM);
		assertThatExceptionOfType(CompanyExists.class).isThrownBy(() -> this.companies.add(this.name.toLowerCase(),
				Plan.STANDARD, false, Site.standard(ZoneId.of("UTC"))));
	}

	@Test
	void aChangeVerifiesTheCompanyAndKeepsItsSite() {
		this.companies.findOrAdd(this.name);
		Site site = Site.of("Europe/Berlin", "DE", java.util.Map.of("monday", List.of("09:00-12:00", "13:00-24:00")),
				List.of("2026-12-24"), ZoneId.of("UTC"));
		Company changed = this.companies.change(this.name, Plan.PREMIUM_PLUS, true, site).orElseThrow();
		assertThat(changed.verifiedAt()).isNotNull();
		assertThat(changed.site()).isEqualTo(site);
		assertThat(this.companies.change("nobody " + this.name, Plan.STANDARD, false, site)).isEmpty();
	}

	@Test
	void aClosedCaseCanBeReopenedForFourteenDaysUnlessThePlanSaysOtherwise() {
		assertThat(this.terms.reopeningDays(Plan.STANDARD)).isEqualTo(14);
		assertThat(new PlanTerms(java.util.Map.of(Plan.PREMIUM, new PlanTerms.Terms(30))).reopeningDays(Plan.PREMIUM))
			.isEqualTo(30);
	}

}
