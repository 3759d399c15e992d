package org.tierline.patches;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Work on releases, in the tables. */
@Component
class RecordedReleaseWork implements ReleaseWork {

	private final ReleaseRows rows;

	private final Plans plans;

	private final Clock clock;

	private final String earlyFixUrl;

	RecordedReleaseWork(ReleaseRows rows, Plans plans, Clock clock,
			@Value("${tierline.early-fix-url:}") String earlyFixUrl) {
		this.rows = rows;
		this.plans = plans;
		this.clock = clock;
		this.earlyFixUrl = earlyFixUrl;
	}

	@Override
	public void plan(NewRelease release, String who) {
		if (!this.rows.insert(release, ReleaseState.PLANNED, this.clock.instant(), who)) {
			throw new ReleaseExists(release.name());
		}
	}

	@Override
	public String publishEarly(DefectNumber number, String who) {
		Instant now = this.clock.instant();
		String name = Stream.iterate(1, (n) -> n + 1)
			.map((n) -> number + "-hotfix-" + n)
			.filter((free) -> this.rows.insert(early(free), ReleaseState.PLANNED, now, who))
			.findFirst()
			.orElseThrow();
		this.plans.add(id(name), number, true, now, who, null);
		this.rows.publish(id(name), now, who);
		return name;
	}

	private NewRelease early(String name) {
		String url = this.earlyFixUrl.isBlank() ? null : this.earlyFixUrl.replace("{release}", name);
		return new NewRelease(name, ReleaseKind.HOTFIX, Track.ACCELERATED, null, null, url, null);
	}

	@Override
	public Optional<String> earlyFix(DefectNumber number) {
		return this.plans.earlyFix(number);
	}

	@Override
	public boolean wasTakenBack(DefectNumber number) {
		return this.plans.wasTakenBack(number);
	}

	@Override
	public Release lock(String name) {
		id(name);
		return this.rows.find(name).orElseThrow();
	}

	@Override
	public void include(String name, DefectNumber number, String who) {
		include(name, number, who, null);
	}

	@Override
	public void include(String name, DefectNumber number, String who, String reason) {
		long id = id(name);
		if (!this.plans.contains(id, number)) {
			exclude(number, who, "planned for " + name + " now");
			this.plans.add(id, number, false, this.clock.instant(), who, reason);
		}
	}

	@Override
	public void note(String name, String notes) {
		this.rows.note(id(name), notes);
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
	public void withdraw(String name, String who, String why) {
		this.rows.withdraw(id(name), this.clock.instant(), who, why);
	}

	@Override
	public List<DefectNumber> earlyDefects(String name) {
		return this.plans.earlyDefects(id(name));
	}

	@Override
	public List<DefectNumber> defects(String name) {
		return this.plans.defects(id(name));
	}

	private long id(String name) {
		return this.rows.lock(name).orElseThrow(() -> new NoSuchRelease(name));
	}

}
