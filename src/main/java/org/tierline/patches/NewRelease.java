package org.tierline.patches;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Word;

/**
 * A release to be planned.
 *
 * @param plannedFor the day it should be out, or null
 * @param notes what customers shall read about it, or null
 * @param downloadUrl where customers will get it, or null
 * @param capacity how many defects it should bring at most, 0 to 9999; null: no limit
 */
public record NewRelease(String name, ReleaseKind kind, Track track, LocalDate plannedFor, String notes,
		String downloadUrl, Integer capacity) {

	/** What stands in a path as it is: the name is the release's address. */
	private static final Pattern NAME = Pattern
		.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._+()-]{0,98}[\\p{L}\\p{N}._+()-])?");

	private static final int LONGEST_NOTES = 20_000;

	private static final int LARGEST_CAPACITY = 9999;

	private static final int LONGEST_URL = 2000;

	private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps", "sftp");

	/**
	 * Reads what a person or program wrote; empty is absent. Without a track the release
	 * is a regular one.
	 * @throws InputRefused naming every wrong field
	 */
	public static NewRelease read(String name, String kind, String track, String plannedFor, String notes,
			String downloadUrl, Integer capacity) {
		return new Reading().read(trimmed(name), trimmed(kind), trimmed(track), trimmed(plannedFor), trimmed(notes),
				trimmed(downloadUrl), capacity);
	}

	private static String trimmed(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/** Collects what is wrong, to name it all at once. */
	private static final class Reading {

		private final List<FieldProblem> problems = new ArrayList<>();

		NewRelease read(String name, String kind, String track, String plannedFor, String notes, String downloadUrl,
				Integer capacity) {
			check("name", name != null, "is required");
			check("name", name == null || NAME.matcher(name).matches(),
					"must be up to 100 letters, digits, blanks and . _ + - ( ), beginning with a letter or digit");
			check("kind", kind != null, "is required");
			check("notes", notes == null || notes.length() <= LONGEST_NOTES,
					"must have at most " + LONGEST_NOTES + " characters");
			check("notes", notes == null || notes.indexOf(0) < 0, "has a NUL character");
			check("downloadUrl", downloadUrl == null || isAddress(downloadUrl),
					"must be an address such as https://download.example.com/player-2.4.1.zip");
			check("capacity", capacity == null || (capacity >= 0 && capacity <= LARGEST_CAPACITY),
					"must be 0 to " + LARGEST_CAPACITY);
			NewRelease release = new NewRelease(name, word("kind", kind, ReleaseKind.class),
					(track != null) ? word("track", track, Track.class) : Track.REGULAR, day(plannedFor), notes,
					downloadUrl, capacity);
			if (!this.problems.isEmpty()) {
				throw new InputRefused(this.problems);
			}
			return release;
		}

		private void check(String field, boolean right, String otherwise) {
			if (!right) {
				this.problems.add(new FieldProblem(field, otherwise));
			}
		}

		private <E extends Enum<E> & Word> E word(String field, String code, Class<E> type) {
			E word = Word.find(type, code).orElse(null);
			check(field, code == null || word != null, "must be one of " + codes(type));
			return word;
		}

		private static <E extends Enum<E> & Word> String codes(Class<E> type) {
			return String.join(", ", java.util.Arrays.stream(type.getEnumConstants()).map(Word::code).toList());
		}

		/** A day, or the day (UTC) of an instant. */
		private LocalDate day(String text) {
			try {
				return (text == null) ? null : (text.indexOf('T') < 0) ? LocalDate.parse(text)
						: Instant.parse(text).atZone(ZoneOffset.UTC).toLocalDate();
			}
			catch (DateTimeException ex) {
				check("plannedFor", false, "must be a day such as 2026-12-24");
				return null;
			}
		}

		private static boolean isAddress(String text) {
			try {
				URI address = URI.create(text);
				return text.length() <= LONGEST_URL && address.getHost() != null
						&& SCHEMES.contains(address.getScheme());
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

	}

}
