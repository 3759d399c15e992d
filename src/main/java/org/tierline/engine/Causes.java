package org.tierline.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks through the causes of a failure: the engine wraps what its steps throw. */
final class Causes {

	// A chain of causes may be a ring; nobody nests deeper than this.
	private static final int DEEPEST = 50;

	private Causes() {
	}

	static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(DEEPEST)
			.filter(type::isInstance)
			.map(type::cast)
			.findFirst();
	}

}
