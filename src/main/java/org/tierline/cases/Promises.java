package org.tierline.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import org.tierline.sla.SlaTargets;
import org.tierline.sla.Target;

/**
 * Makes the clocks of a case follow what the table promises: at the opening, and whenever
 * severity, plan, site or table change.
 */
@Component
class Promises {

	private final ClockRows rows;

	private final ClockWrites writes;

	private final News news;

	private final SiteTime siteTime;

	Promises(ClockRows rows, ClockWrites writes, News news, SiteTime siteTime) {
		this.rows = rows;
		this.writes = writes;
		this.news = news;
		this.siteTime = siteTime;
	}

	/** Nothing was answered yet, and the case is with us. */
	void make(SupportCase supportCase, SlaTargets targets, Instant at) {
		Promise promise = new Promise(supportCase, targets, at, this.siteTime.of(supportCase), Optional::empty);
		this.writes.insert(promise.targets().map(promise::added).toList());
	}

	/**
	 * Open clocks follow; those that the new promise lacks end (F4, F5), those it adds
	 * start. What does not move stays untouched (F6).
	 * @param at from when on the new promises count
	 * @return the cases of which a deadline has moved
	 */
	Set<CaseNumber> follow(List<Renewal> renewals, Instant at) {
		Supplier<Map<CaseNumber, Instant>> news = SingletonSupplier
			.of(() -> this.news.last(renewals.stream().map(Renewal::number).toList()));
		List<ClockMove> moves = new ArrayList<>();
		List<ClockWrites.NewClock> added = new ArrayList<>();
		for (Renewal renewal : renewals) {
			List<ClockRows.Row> present = this.rows.of(renewal.number());
			Promise promise = new Promise(renewal.supportCase(), renewal.targets(), at,
					this.siteTime.of(renewal.supportCase()),
					() -> Optional.ofNullable(news.get().get(renewal.number())));
			present.stream().map(promise::moved).flatMap(Optional::stream).forEach(moves::add);
			promise.targets().filter((target) -> isMissing(target, present)).map(promise::added).forEach(added::add);
		}
		this.writes.move(moves);
		this.writes.insert(added);
		return keepVersions(renewals, moved(moves, added));
	}

	private static Set<CaseNumber> moved(List<ClockMove> moves, List<ClockWrites.NewClock> added) {
		return Stream
			.concat(moves.stream().map((move) -> move.before().number()),
					added.stream().map(ClockWrites.NewClock::number))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * The clocks that stay as they are beside one that has moved are promised by it too.
	 */
	private Set<CaseNumber> keepVersions(List<Renewal> renewals, Set<CaseNumber> moved) {
		Map<Integer, List<CaseNumber>> versions = new HashMap<>();
		renewals.stream()
			.filter((renewal) -> moved.contains(renewal.number()))
			.forEach((renewal) -> versions.computeIfAbsent(renewal.targets().version(), (version) -> new ArrayList<>())
				.add(renewal.number()));
		versions.forEach((version, numbers) -> this.writes.promisedBy(numbers, version));
		return moved;
	}

	private static boolean isMissing(Target target, List<ClockRows.Row> present) {
		return present.stream().noneMatch((row) -> row.clock().target() == target);
	}

	/** What a case is promised from now on. */
	record Renewal(SupportCase supportCase, SlaTargets targets) {

		CaseNumber number() {
			return this.supportCase.number();
		}

	}

}
