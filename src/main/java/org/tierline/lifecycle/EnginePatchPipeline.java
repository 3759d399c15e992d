package org.tierline.lifecycle;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.task.Task;

import org.tierline.cases.StateForbids;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.Defects;
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

	private final PatchProcesses processes;

	private final Defects defects;

	private final DefectWork work;

	private final Releases releases;

	private final ReleaseWork releaseWork;

	EnginePatchPipeline(PatchProcesses processes, Defects defects, DefectWork work, Releases releases,
			ReleaseWork releaseWork) {
		this.processes = processes;
		this.defects = defects;
		this.work = work;
		this.releases = releases;
		this.releaseWork = releaseWork;
	}

	@Override
	public Release plan(NewRelease release) {
		this.releaseWork.plan(release, Actors.current());
		this.processes.plan(release.name());
		return this.releases.get(release.name());
	}

	@Override
	public Release planDefect(String name, DefectNumber number) {
		Release release = lockUnpublished(name);
		DefectState state = this.work.lock(number);
		Optional<Task> planning = this.processes.planning(number);
		if (planning.isPresent()) {
			this.processes.answerPlanning(planning.get(), release.name());
		}
		else {
			remember(release, number, state);
		}
		return this.releases.get(name);
	}

	private void remember(Release release, DefectNumber number, DefectState state) {
		if (OVER.contains(state)) {
			throw new StateForbids("Defect " + number + " is " + state.code() + ": it cannot be planned");
		}
		this.releaseWork.include(release.name(), number, Actors.current());
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
		if (release.state() == ReleaseState.PUBLISHED) {
			throw new StateForbids("Release " + release.name() + " is published already");
		}
		return release;
	}

	@Override
	public Release publish(String name) {
		Release release = this.releaseWork.lock(name);
		if (release.state() == ReleaseState.PUBLISHED) {
			return release;
		}
		if (release.state() == ReleaseState.PLANNED) {
			throw new StateForbids("Release " + release.name() + " is planned: it must be approved first");
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
		if (!OVER.contains(this.work.lock(number))) {
			this.work.demand(number).ifPresent((demand) -> this.processes.rerank(number, demand));
		}
	}

}
