package org.tierline.intake.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Word;
import org.tierline.patches.ReleaseKind;
import org.tierline.patches.ReleaseTrain;
import org.tierline.patches.Track;
import org.tierline.patches.WeekOfMonth;

/** A rule that plans releases ahead, as it was written. */
@Schema(name = "ReleaseTrain", example = """
		{"kind": "patch", "track": "regular", "weekday": "tuesday", "everyWeeks": 2, "from": "2027-01-05",
		"freezeWorkingDays": 5, "timeZone": "Europe/Berlin", "country": "DE", "ahead": 3}""")
record TrainRequest(String kind, @Schema(description = "regular if absent") String track, String weekday,
		@Schema(description = "1 to 52; 1 if absent") Integer everyWeeks,
		@Schema(description = "instead of everyWeeks: the first, second, third, fourth or last such weekday of each month",
				allowableValues = {
						"first", "second", "third", "fourth", "last" }) String weekOfMonth,
		@Schema(description = "the first release is on or after that day; weeks are counted from the first such weekday then") String from,
		@Schema(description = "0 to 60; 0 if absent") Integer freezeWorkingDays,
		@Schema(description = "UTC if absent") String timeZone,
		@Schema(description = "whose public holidays are skipped; none if absent") String country,
		@Schema(description = "how many releases are planned ahead: 1 to 26; 3 if absent") Integer ahead){

	/** With a day behind it, the name of a release: its address. */
	private static final Pattern NAME = Pattern
		.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._+()-]{0,58}[\\p{L}\\p{N}._+()-])?");

	ReleaseTrain read(String name) {
		List<FieldProblem> problems = new ArrayList<>();
		if (!NAME.matcher(name).matches()) {
			problems.add(new FieldProblem("name",
					"must be up to 60 letters, digits, blanks and . _ + - ( ), beginning with a letter or digit"));
		}
		ReleaseTrain train = new ReleaseTrain(name, word("kind", this.kind, ReleaseKind.class, problems),
				(this.track == null) ? Track.REGULAR : word("track", this.track, Track.class, problems),
				read("weekday", this.weekday, (day) -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
						"must be a day such as tuesday", problems),
				(this.weekOfMonth != null) ? null : number("everyWeeks", this.everyWeeks, 1, 1, 52, problems),
				weekOfMonth(problems),
				read("from", this.from, LocalDate::parse, "must be a day such as 2027-01-05", problems),
				number("freezeWorkingDays", this.freezeWorkingDays, 0, 0, 60, problems),
				read("timeZone", (this.timeZone != null) ? this.timeZone : "UTC", ZoneId::of,
						"must be a zone such as Europe/Berlin", problems),
				country(problems), number("ahead", this.ahead, 3, 1, 26, problems));
		if (!problems.isEmpty()) {
			throw new InputRefused(problems);
		}
		return train;
	}

	private WeekOfMonth weekOfMonth(List<FieldProblem> problems) {
		if (this.weekOfMonth != null && this.everyWeeks != null) {
			problems.add(new FieldProblem("everyWeeks", "is not given together with weekOfMonth"));
		}
		return (this.weekOfMonth == null) ? null
				: read("weekOfMonth", this.weekOfMonth,
						(week) -> Word.find(WeekOfMonth.class, week).orElseThrow(IllegalArgumentException::new),
						"must be first, second, third, fourth or last", problems);
	}

	private String country(List<FieldProblem> problems) {
		if (this.country != null
				&& !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(this.country)) {
			problems.add(new FieldProblem("country", "is not an ISO 3166 code of two capitals such as DE"));
		}
		return this.country;
	}

	private static <E extends Enum<E> & Word> E word(String field, String code, Class<E> type,
			List<FieldProblem> problems) {
		return read(field, code, (word) -> Word.find(type, word).orElseThrow(IllegalArgumentException::new),
				"is not one of the choices", problems);
	}

	private static <T> T read(String field, String text, Function<String, T> reading, String otherwise,
			List<FieldProblem> problems) {
		try {
			if (text != null) {
				return reading.apply(text);
			}
			problems.add(new FieldProblem(field, "is required"));
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			problems.add(new FieldProblem(field, otherwise));
		}
		return null;
	}

	private static int number(String field, Integer given, int absent, int least, int most,
			List<FieldProblem> problems) {
		if (given != null && (given < least || given > most)) {
			problems.add(new FieldProblem(field, "must be " + least + " to " + most));
		}
		return (given != null) ? given : absent;
	}

}
