package org.tierline.lifecycle;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.tierline.patches.NewRelease;
import org.tierline.patches.ReleaseTrain;
import org.tierline.patches.ReleaseTrains;
import org.tierline.patches.Releases;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the next releases of every train, each once, whoever does it how often and on
 * which node.
 */
@Service
class Timetable implements Trains {

	private static final Log logger = LogFactory.getLog(Timetable.class);

	private final ReleaseTrains trains;

	private final Releases releases;

	private final PatchPipeline pipeline;

	private final TransactionTemplate transaction;

	Timetable(ReleaseTrains trains, Releases releases, PatchPipeline pipeline, TransactionTemplate transaction) {
		this.trains = trains;
		this.releases = releases;
		this.pipeline = pipeline;
		this.transaction = transaction;
	}

	@Override
	public boolean save(ReleaseTrain train) {
		boolean isNew = this.trains.save(train, Actors.current());
		plan(train);
		return isNew;
	}

	@Scheduled(fixedDelayString = "${tierline.trains-every}", initialDelayString = "${tierline.trains-every}")
	void work() {
		this.trains.list().forEach(this::plan);
	}

	private void plan(ReleaseTrain train) {
		try {
			this.transaction
				.executeWithoutResult((status) -> this.trains.missing(train).forEach((stop) -> plan(train, stop)));
		}
		catch (RuntimeException ex) {
			logger.error("The releases of train " + train.name() + " could not be planned", ex);
		}
	}

	/** Somebody may have planned a release of that name already: it is that stop. */
	private void plan(ReleaseTrain train, ReleaseTrain.Stop stop) {
		if (this.releases.find(stop.release()).isEmpty()) {
			this.pipeline
				.plan(new NewRelease(stop.release(), train.kind(), train.track(), stop.plannedFor(), null, null, null));
		}
		this.trains.planned(train, stop);
	}

}
