package org.tierline.lifecycle;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

import org.tierline.cases.ClockLedger;
import org.tierline.cases.ClockLedger.Segment;
import org.tierline.cases.ClockState;
import org.tierline.cases.Worked;

import static org.assertj.core.api.Assertions.assertThat;

/** Adds up a clock as a person would, with nothing but what the ledger shows. */
final class ByHand {

	private ByHand() {
	}

	static void addsUp(ClockLedger clock) {
		Duration used = Duration.ZERO;
		for (Segment segment : clock.segments()) {
			assertThat(segment.unexplained()).as("%s", segment).isNull();
			assertThat(sum(segment.worked())).as("%s", segment).isEqualTo(segment.working());
			used = (segment.period() == clock.period()) ? used.plus(segment.working()) : used;
		}
		assertThat(clock.used()).isEqualTo(used);
		if (clock.reading().state() == ClockState.RUNNING) {
			assertThat(used.plus(sum(clock.ahead()))).as("%s", clock).isEqualTo(clock.allowed());
			assertThat(clock.left()).isEqualTo(sum(clock.ahead()));
			assertThat(clock.remark()).isNull();
		}
		if (clock.reading().state() == ClockState.PAUSED && clock.remark() == null) {
			assertThat(used.plus(clock.left())).isEqualTo(clock.allowed());
		}
		else if (clock.remark() != null) {
			assertThat(used).isGreaterThan(clock.allowed());
		}
	}

	private static Duration sum(Worked worked) {
		Duration listed = worked.stretches().stream().map(ByHand::length).reduce(Duration.ZERO, Duration::plus);
		return Stream.of(listed, (worked.rest() != null) ? worked.rest().working() : Duration.ZERO)
			.reduce(Duration.ZERO, Duration::plus);
	}

	/** What the wall clocks say, by their offsets. */
	private static Duration length(Worked.Stretch stretch) {
		Duration length = Duration.between(wall(stretch.from()), wall(stretch.to()))
			.plusSeconds(stretch.from().getOffset().getTotalSeconds() - stretch.to().getOffset().getTotalSeconds());
		assertThat(length).isPositive().isEqualTo(stretch.working());
		return length;
	}

	private static java.time.LocalDateTime wall(ZonedDateTime time) {
		return time.toLocalDateTime();
	}

}
