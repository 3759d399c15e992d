package org.tierline.patches;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * A release manager overrules what the table decides; what is null the table decides.
 *
 * @param rank 1 (first) to 99
 */
public record Ruling(Integer rank, Vehicle vehicle, Track track, String who, String why) {

	/** False: it takes back what was overruled before. */
	public boolean overrules() {
		return Stream.of(this.rank, this.vehicle, this.track).anyMatch(Objects::nonNull);
	}

	/** What counts, given what the table decided. */
	public Rank over(Rank table) {
		return new Rank((this.rank != null) ? this.rank : table.rank(),
				(this.vehicle != null) ? this.vehicle : table.vehicle(),
				(this.track != null) ? this.track : table.track());
	}

}
