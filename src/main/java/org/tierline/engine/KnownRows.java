package org.tierline.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * What a command that moves many processes has read of them beforehand, so that the
 * engine does not ask for it again for each of them.
 */
public final class KnownRows {

	private static final ThreadLocal<KnownRows> CURRENT = new ThreadLocal<>();

	private final List<JobEntity> jobs;

	private final Map<String, Date> starts;

	private KnownRows(List<JobEntity> jobs, Map<String, Date> starts) {
		this.jobs = jobs;
		this.starts = starts;
	}

	/**
	 * Does work that touches no other processes.
	 * @param jobs all of their jobs
	 * @param starts by id, when their running activities began
	 */
	public static void within(List<JobEntity> jobs, Map<String, Date> starts, Runnable work) {
		CURRENT.set(new KnownRows(jobs, starts));
		try {
			work.run();
		}
		finally {
			CURRENT.remove();
		}
	}

	static Optional<KnownRows> current() {
		return Optional.ofNullable(CURRENT.get());
	}

	List<JobEntity> jobs() {
		return this.jobs;
	}

	/** Null if that is not known. */
	Date start(String activityInstance) {
		return (activityInstance != null) ? this.starts.get(activityInstance) : null;
	}

}
