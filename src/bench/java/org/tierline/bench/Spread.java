package org.tierline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The same figure of several rounds: the median counts, the spread says how sure it is.
 */
final class Spread {

	private final List<Double> values = new ArrayList<>();

	void add(double value) {
		this.values.add(value);
	}

	boolean isEmpty() {
		return this.values.isEmpty();
	}

	double median() {
		List<Double> sorted = this.values.stream().sorted().toList();
		return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
	}

	private double least() {
		return this.values.stream().min(Double::compare).orElseThrow();
	}

	private double most() {
		return this.values.stream().max(Double::compare).orElseThrow();
	}

	/** "135 (128-141)". */
	@Override
	public String toString() {
		return (this.values.size() > 1) ? number(median()) + " (" + number(least()) + "-" + number(most()) + ")"
				: number(median());
	}

	static String number(double value) {
		return String.format(Locale.ROOT, (value < 10) ? "%.2f" : (value < 100) ? "%.1f" : "%,.0f", value);
	}

}
