package org.tierline.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.CaseNumber;

/**
 * A warning or breach that people are told of. It is open until somebody acknowledges it
 * or it ends by itself.
 *
 * @param target response, update or resolution
 * @param passedAt the instant that raised it: of the warning, or the due instant
 * @param dueAt the due instant of the target
 * @param endedWhy met, moved, ended, breached, ...
 */
@Schema(name = "Alert")
public record Alert(long id, @JsonProperty("case") CaseNumber number, String target, Level level, Instant passedAt,
		Instant dueAt, Instant raisedAt, Instant acknowledgedAt, String acknowledgedBy, String note, Instant endedAt,
		String endedWhy, List<Step> steps) {

	Alert with(List<Step> itsSteps) {
		return new Alert(this.id, this.number, this.target, this.level, this.passedAt, this.dueAt, this.raisedAt,
				this.acknowledgedAt, this.acknowledgedBy, this.note, this.endedAt, this.endedWhy, itsSteps);
	}

	/**
	 * A step of its chain.
	 *
	 * @param dueAt null: the step before is not taken yet, or nothing follows any more
	 * @param told who was told, or null
	 * @param skipped why nobody was told, or null
	 */
	@Schema(name = "AlertStep")
	public record Step(int no, Recipient recipient, Duration delay, Instant dueAt, Instant takenAt, String told,
			String skipped) {
	}

}
