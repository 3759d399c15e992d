package org.tierline.patches;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Work on releases, in the tables. */
@Component
class RecordedReleaseWork implements ReleaseWork {

	private final ReleaseRows rows;

	private final Plans plans;

	private final Clock clock;

	RecordedReleaseWork(ReleaseRows rows, Plans plans, Clock clock) {
		this.rows = rows;
		this.plans = plans;
		this.clock = clock;
	}

	@Override
	public void plan(NewRelease release, String who) {
		if (!this.rows.insert(release, ReleaseState.PLANNED, this.clock.instant(), who)) {
			throw new ReleaseExists(release.name());
		}
	}

	@Override
	public String publishEarly(DefectNumber number, String who) {
		NewRelease early = new NewRelease(number + "-hotfix-" + (this.plans.earlyFixes(number) + 1), ReleaseKind.HOTFIX,
				Track.ACCELERATED, null, null, null);
		plan(early, who);
		long id = id(early.name());
		this.plans.add(id, number, true, this.clock.instant(), who);
		this.rows.publish(id, this.clock.instant(), who);
		return early.name();
	}

	@Override
	public Optional<String> earlyFix(DefectNumber number) {
		return this.plans.earlyFix(number);
	}

	@Override
	public Release lock(String name) {
		id(name);
		return this.rows.find(name).orElseThrow();
	}

	@Override
	public void include(String name, DefectNumber number, String who) {
		long id = id(name);
		if (!this.plans.contains(id, number)) {
			exclude(number, who, "planned for " + name + " now");
			this.plans.add(id, number, false, this.clock.instant(), who);
		}
	}

	@Override
	public void exclude(DefectNumber number, String who, String why) {
		this.plans.end(number, this.clock.instant(), who, why);
	}

	@Override
	public void approve(String name, boolean approved, String who, String note) {
		this.rows.approve(id(name), approved, this.clock.instant(), who, note);
	}

	@Override
	public void publish(String name, String who) {
		this.rows.publish(id(name), this.clock.instant(), who);
	}

	@Override
	public List<DefectNumber> defects(String name) {
		return this.plans.defects(id(name));
	}

	private long id(String name) {
		return this.rows.lock(name).orElseThrow(() -> new NoSuchRelease(name));
	}

}
