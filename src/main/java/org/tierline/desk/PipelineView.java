package org.tierline.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Pipeline;
import org.tierline.patches.ReleaseKind;
import org.tierline.patches.ReleaseState;
import org.tierline.patches.Track;

/**
 * All that the board of the pipeline shows, in one answer.
 *
 * @param mayPlan whether the reader plans releases
 * @param mayReport whether the reader writes what customers are told of progress
 * @param moreReleases whether there are more than those here
 */
@Schema(name = "PipelineBoard")
record PipelineView(Instant now, boolean mayPlan, boolean mayReport, List<Column> columns, List<Release> releases,
		boolean moreReleases) {

	/** A state and its first defects. */
	@Schema(name = "PipelineColumn")
	record Column(DefectState state, int total, int slipping, List<Pipeline.Card> cards, DefectNumber next) {
	}

	/**
	 * Some defects of a state; {@code next} is what to pass as {@code after}, or null.
	 */
	@Schema(name = "PipelinePage")
	record Page(List<Pipeline.Card> cards, DefectNumber next) {
	}

	/** A release to come and its first defects. */
	@Schema(name = "PipelineRelease")
	record Release(String name, ReleaseKind kind, Track track, LocalDate plannedFor, ReleaseState state,
			Integer capacity, int planned, boolean late, Instant freezeAt, boolean frozen, List<Pipeline.Card> cards) {

		static Release of(Pipeline.Coming one, List<Pipeline.Card> cards) {
			return new Release(one.name(), one.kind(), one.track(), one.plannedFor(), one.state(), one.capacity(),
					one.planned(), one.late(), one.freezeAt(), one.frozen(), cards);
		}

	}

}
