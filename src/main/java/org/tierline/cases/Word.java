package org.tierline.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An enum constant that has a word in the contract: {@code WAITING_FOR_PATCH} is
 * "waiting-for-patch".
 */
public interface Word {

	String name();

	@JsonValue
	default String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The constant of that word; empty if there is none. */
	static <E extends Enum<E> & Word> Optional<E> find(Class<E> type, String code) {
		return Arrays.stream(type.getEnumConstants()).filter((word) -> word.code().equals(code)).findFirst();
	}

	/**
	 * The constant of that word.
	 * @throws IllegalArgumentException if there is none
	 */
	static <E extends Enum<E> & Word> E of(Class<E> type, String code) {
		return find(type, code)
			.orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " '" + code + "'"));
	}

}
