package org.tierline.patches;

/** How many defects a release should bring; it warns, it does not forbid. */
public interface Capacities {

	/**
	 * Keeps a release's capacity.
	 * @param capacity 0 to 9999; null: no limit
	 * @throws NoSuchRelease if there is none
	 */
	Capacity keep(String release, Integer capacity);

	/**
	 * A release's capacity and what is planned for it.
	 *
	 * @param planned how many defects it is to bring
	 */
	record Capacity(String release, Integer capacity, int planned) {
	}

}
