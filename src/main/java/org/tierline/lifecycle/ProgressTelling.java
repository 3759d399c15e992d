package org.tierline.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Casework;
import org.tierline.cases.LetterTexts;
import org.tierline.cases.Occasion;
import org.tierline.cases.ProgressReports;
import org.tierline.cases.SiteTime;
import org.tierline.patches.ProgressNews;
import org.tierline.patches.ProgressRequests;
import org.tierline.patches.Standing;

import org.springframework.stereotype.Component;

/**
 * Tells customers where the defect stands that they wait for. Who waits with several
 * cases that are near their update targets is told of all of them in one mail; all are
 * locked in the order of their numbers before any of them is looked at, so that the
 * timers of two of them tell once.
 */
@Component
class ProgressTelling {

	private final ProgressReports reports;

	private final ProgressNews news;

	private final ProgressRequests requests;

	private final Casework casework;

	private final LetterTexts letters;

	private final EngineDates dates;

	private final SiteTime sites;

	private final Clock clock;

	ProgressTelling(ProgressReports reports, ProgressNews news, ProgressRequests requests, Casework casework,
			LetterTexts letters, EngineDates dates, SiteTime sites, Clock clock) {
		this.reports = reports;
		this.news = news;
		this.requests = requests;
		this.casework = casework;
		this.letters = letters;
		this.dates = dates;
		this.sites = sites;
		this.clock = clock;
	}

	/**
	 * In the step of the case at its update target. The engine arms the timer of this
	 * case when the step is over; of the others it knows nothing, so their dates move in
	 * its tables.
	 */
	void atUpdateTarget(CaseNumber number) {
		List<CaseNumber> group = this.reports.due(number);
		if (!group.isEmpty()) {
			this.casework.together(group, () -> {
				Set<CaseNumber> told = tell(this.reports.stillDue(number, group), Casework.TIERLINE);
				told.remove(number);
				this.dates.follow(told);
			});
		}
	}

	/** For a request: whoever is told has the cases beside that are near, too. */
	void tell(ProgressRequests.Due due) {
		List<CaseNumber> group = this.reports.withNear(due.cases());
		this.casework.together(group, () -> {
			Set<CaseNumber> asked = new HashSet<>(this.requests.claim(due));
			if (!asked.isEmpty()) {
				this.dates
					.follow(tell(this.reports.withNear(asked).stream().filter(group::contains).toList(), due.who()));
			}
		});
	}

	/** The cases are locked. */
	private Set<CaseNumber> tell(Collection<CaseNumber> numbers, String who) {
		if (numbers.isEmpty()) {
			return new HashSet<>();
		}
		List<CaseFile> files = this.reports.renew(numbers);
		Map<CaseNumber, Standing> standings = this.news.of(numbers);
		this.reports.write(texts(files, standings, this.news.toldDays(numbers)), who);
		Set<CaseNumber> told = new HashSet<>(files.stream().map(ProgressTelling::number).toList());
		standings.keySet().retainAll(told);
		this.news.told(standings, this.clock.instant());
		this.requests.told(told);
		return told;
	}

	private Map<CaseNumber, String> texts(List<CaseFile> files, Map<CaseNumber, Standing> standings,
			Map<CaseNumber, LocalDate> days) {
		Map<CaseNumber, String> texts = new LinkedHashMap<>();
		files.forEach(
				(file) -> texts.put(number(file), text(file, standings.get(number(file)), days.get(number(file)))));
		return texts;
	}

	/**
	 * What the customer of a case reads.
	 * @param standing null: it has no defect
	 * @param told the day that its last report named, or null
	 */
	String text(CaseFile file, Standing standing, LocalDate told) {
		LocalDate today = LocalDate.ofInstant(now(), this.sites.company(file.supportCase()).site().timeZone());
		return this.letters.text(Occasion.PROGRESS_REPORT, file, ProgressFacts.of(standing, told, today));
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static CaseNumber number(CaseFile file) {
		return file.supportCase().number();
	}

}
