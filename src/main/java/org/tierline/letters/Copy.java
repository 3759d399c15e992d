package org.tierline.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.tierline.cases.Outgoing;
import org.tierline.cases.Participant;

/**
 * The mail that one reader gets. Where the letters of several cases go together, it has
 * those of the cases in which the reader takes part, and nobody sees more (R22).
 *
 * @param parts at least one; replies reach the case of the first
 */
record Copy(List<Part> parts) {

	/** One for each reader who has not got it yet. */
	static List<Copy> of(Outgoing outgoing) {
		Map<String, List<Part>> byReader = new LinkedHashMap<>();
		outgoing.all()
			.forEach((letter) -> letter.missing()
				.forEach((reader) -> byReader.computeIfAbsent(key(reader), (email) -> new ArrayList<>())
					.add(new Part(letter, reader))));
		return byReader.values().stream().map(Copy::new).toList();
	}

	private static String key(Participant reader) {
		return reader.email().toLowerCase(Locale.ROOT);
	}

	/** Its Message-ID and thread are the mail's. */
	Outgoing letter() {
		return this.parts.get(0).letter();
	}

	/** The reader as they take part in the first of the cases. */
	Participant reader() {
		return this.parts.get(0).reader();
	}

	String email() {
		return reader().email();
	}

	/** Who else is named on it: those who take part in all of its cases. */
	List<Participant> seen() {
		return letter().participants()
			.stream()
			.filter((one) -> this.parts.stream().allMatch((part) -> part.isOf(one)))
			.toList();
	}

	/** A letter, and the reader as they take part in its case. */
	record Part(Outgoing letter, Participant reader) {

		private boolean isOf(Participant one) {
			return this.letter.participants().stream().anyMatch((other) -> key(other).equals(key(one)));
		}

	}

}
