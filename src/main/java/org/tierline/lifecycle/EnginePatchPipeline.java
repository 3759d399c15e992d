package org.tierline.lifecycle;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.task.Task;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.StateForbids;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;
import org.tierline.patches.DeliveryQueue;
import org.tierline.patches.NewRelease;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseState;
import org.tierline.patches.ReleaseWork;
import org.tierline.patches.Releases;
import org.tierline.patches.Ruling;
import org.tierline.patches.Track;
import org.tierline.patches.Vehicle;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The processes in the engine. Every call locks what it is about before it asks the
 * engine for anything, so that two callers follow one another instead of colliding.
 */
@Service
@Transactional
class EnginePatchPipeline implements PatchPipeline {

	/** Nothing is planned or ranked any more. */
	static final Set<DefectState> OVER = EnumSet.of(DefectState.RELEASED, DefectState.REJECTED);

	private static final Set<DefectState> VERIFIED = EnumSet.of(DefectState.FIXED, DefectState.RELEASED);

	private static final Comparator<DefectNumber> BY_NUMBER = Comparator.comparing(DefectNumber::id);

	/** Defects can still be planned for it. */
	static final Set<ReleaseState> TO_COME = EnumSet.of(ReleaseState.PLANNED, ReleaseState.APPROVED);

	private final PatchProcesses processes;

	private final Defects defects;

	private final DefectWork work;

	private final Releases releases;

	private final ReleaseWork releaseWork;

	private final DeliveryQueue queue;

	private final EarlyFixes earlyFixes;

	private final Clock clock;

	EnginePatchPipeline(PatchProcesses processes, Defects defects, DefectWork work, Releases releases,
			ReleaseWork releaseWork, DeliveryQueue queue, EarlyFixes earlyFixes, Clock clock) {
		this.processes = processes;
		this.defects = defects;
		this.work = work;
		this.releases = releases;
		this.releaseWork = releaseWork;
		this.queue = queue;
		this.earlyFixes = earlyFixes;
		this.clock = clock;
	}

	@Override
	public Release plan(NewRelease release) {
		this.releaseWork.plan(release, Actors.current());
		this.processes.plan(release.name());
		return this.releases.get(release.name());
	}

	@Override
	public Release planDefect(String name, DefectNumber number, String reason) {
		Release release = lockUnpublished(name);
		DefectState state = this.work.lock(number);
		Optional<Task> planning = this.processes.planning(number);
		if (planning.isEmpty() && OVER.contains(state)) {
			throw new StateForbids("Defect " + number + " is " + state.code() + ": it cannot be planned");
		}
		if (isFrozenFor(release, number) && reason == null) {
			throw new StateForbids("Release " + release.name() + " is frozen since " + release.freezeAt()
					+ ": give a reason why " + number + " must go in all the same");
		}
		this.releaseWork.include(release.name(), number, Actors.current(), reason);
		planning.ifPresent((task) -> this.processes.answerPlanning(task, release.name()));
		return this.releases.get(name);
	}

	/** From its freeze on nothing more goes in without a reason. */
	private boolean isFrozenFor(Release release, DefectNumber number) {
		return release.freezeAt() != null && !release.freezeAt().isAfter(this.clock.instant())
				&& !release.defects().contains(number);
	}

	@Override
	public Release note(String name, String notes) {
		this.releaseWork.note(lockUnpublished(name).name(), notes);
		return this.releases.get(name);
	}

	@Override
	public boolean fixed(DefectNumber number, String note) {
		this.work.lock(number);
		Optional<Task> developing = this.processes.developing(number);
		developing.ifPresent((task) -> this.processes.answerDeveloping(task, note));
		return developing.isPresent();
	}

	@Override
	public Release withdrawDefect(String name, DefectNumber number) {
		Release release = lockUnpublished(name);
		this.work.lock(number);
		if (release.defects().contains(number)) {
			this.releaseWork.exclude(number, Actors.current(), "withdrawn from " + release.name());
			this.processes.planAgain(number);
		}
		return this.releases.get(name);
	}

	private Release lockUnpublished(String name) {
		Release release = this.releaseWork.lock(name);
		if (!TO_COME.contains(release.state())) {
			throw new StateForbids("Release " + release.name() + " is " + release.state().code() + " already");
		}
		return release;
	}

	@Override
	public Release publish(String name) {
		Release release = this.releaseWork.lock(name);
		if (release.state() == ReleaseState.PUBLISHED) {
			return release;
		}
		if (release.state() != ReleaseState.APPROVED) {
			throw new StateForbids("Release " + release.name() + " is " + release.state().code()
					+ ": only an approved one is published");
		}
		release(release.name(), verified(release));
		this.processes.publish(release.name());
		return this.releases.get(name);
	}

	/**
	 * Locked here, so that a case that is linked meanwhile sees the publication (R13).
	 */
	private List<DefectNumber> verified(Release release) {
		List<DefectNumber> numbers = this.releaseWork.defects(release.name());
		String unverified = numbers.stream()
			.filter((number) -> !VERIFIED.contains(this.work.lock(number)))
			.map((number) -> number + " (" + this.defects.get(number).state().code() + ")")
			.collect(Collectors.joining(", "));
		if (!unverified.isEmpty()) {
			throw new StateForbids("Release " + release.name() + " has defects that are not verified: " + unverified);
		}
		return numbers;
	}

	private void release(String name, Collection<DefectNumber> numbers) {
		String who = Actors.current();
		this.releaseWork.publish(name, who);
		numbers.forEach((number) -> this.work.move(number, DefectState.RELEASED, who, "in " + name));
	}

	@Override
	public Release withdraw(String name, String reason) {
		Release release = this.releaseWork.lock(name);
		if (release.state() != ReleaseState.WITHDRAWN) {
			List<DefectNumber> numbers = this.releaseWork.defects(name);
			List<DefectNumber> early = this.releaseWork.earlyDefects(name);
			Stream.concat(numbers.stream(), early.stream()).sorted(BY_NUMBER).forEach(this.work::lock);
			this.releaseWork.withdraw(name, Actors.current(), reason);
			this.processes.withdraw(release.name());
			String why = "release " + release.name() + " withdrawn: " + reason;
			numbers.forEach((number) -> planAnew(number, why));
			early.forEach(this::deliverAnew);
		}
		return this.releases.get(name);
	}

	private void planAnew(DefectNumber number, String why) {
		this.releaseWork.exclude(number, Actors.current(), why);
		if (this.work.lock(number) == DefectState.RELEASED) {
			this.work.move(number, DefectState.FIXED, Actors.current(), why);
			this.processes.recall(number);
		}
		else {
			this.processes.planAgain(number);
		}
	}

	/** Who got the early fix gets what is out for all, or waits for it. */
	private void deliverAnew(DefectNumber number) {
		if (this.work.lock(number) == DefectState.RELEASED) {
			this.work.queueDeliveries(number, this.defects.get(number).release());
		}
	}

	@Override
	public void reopen(DefectNumber number, String reason) {
		this.releaseWork.exclude(number, Actors.current(), reason);
		this.work.move(number, DefectState.RANKED, Actors.current(), reason);
		if (!this.processes.reopen(number)) {
			throw new StateForbids("Defect " + number + " is being delivered: try again in a moment");
		}
	}

	@Override
	public int retry(String name, CaseNumber supportCase) {
		return this.queue.retry(this.releases.get(name).name(), supportCase);
	}

	@Override
	public void overrule(DefectNumber number, Integer rank, Vehicle vehicle, Track track, String reason) {
		DefectState state = this.work.lock(number);
		if (OVER.contains(state)) {
			throw new StateForbids("Defect " + number + " is " + state.code() + ": it is not ranked any more");
		}
		this.work.rule(number, new Ruling(rank, vehicle, track, Actors.current(), reason));
		this.work.lastDemand(number).ifPresent((demand) -> this.processes.rerank(number, demand));
	}

	@Override
	public void defectChanged(DefectNumber number) {
		DefectState state = this.work.lock(number);
		if (!OVER.contains(state)) {
			this.work.demand(number).ifPresent((demand) -> this.processes.rerank(number, demand));
		}
		if (state == DefectState.FIXED) {
			this.earlyFixes.catchUp(number);
		}
	}

	@Override
	public void demandChanged(Collection<DefectNumber> numbers) {
		this.work.rankedByAnotherDemand(numbers).forEach(this::defectChanged);
	}

}
