package org.tierline.lifecycle;

import java.util.Map;

import org.tierline.cases.Word;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Demand;
import org.tierline.patches.Rank;
import org.tierline.patches.Track;
import org.tierline.patches.Vehicle;

import org.springframework.stereotype.Component;

/**
 * Keeps what the table {@code patch-priority} decided; what was overruled by hand stands,
 * with its reason.
 */
@Component
class Ranking {

	private final DefectWork work;

	Ranking(DefectWork work) {
		this.work = work;
	}

	void record(DefectNumber number, Answers answers) {
		Rank table = take(answers);
		this.work.lastDemand(number).ifPresent((demand) -> rank(number, table, demand));
	}

	private void rank(DefectNumber number, Rank table, Demand demand) {
		this.work.ruling(number)
			.ifPresentOrElse((ruling) -> this.work.rank(number, ruling.over(table), demand, ruling.who(), ruling.why()),
					() -> this.work.rank(number, table, demand, Actors.current(), null));
	}

	/** The row is read once and not kept with the process. */
	private static Rank take(Answers answers) {
		Map<?, ?> row = (Map<?, ?>) answers.execution().getVariable("ranking");
		answers.execution().removeVariable("ranking");
		return new Rank(((Number) row.get("rank")).intValue(), Word.of(Vehicle.class, (String) row.get("vehicle")),
				Word.of(Track.class, (String) row.get("track")));
	}

}
