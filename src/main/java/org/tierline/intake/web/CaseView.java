package org.tierline.intake.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Channel;
import org.tierline.cases.ClockReading;
import org.tierline.cases.ClockState;
import org.tierline.cases.Escalation;
import org.tierline.cases.EscalationReason;
import org.tierline.cases.HandoffMode;
import org.tierline.cases.Impact;
import org.tierline.cases.Resolution;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Urgency;
import org.tierline.customers.Contact;
import org.tierline.patches.DefectNumber;
import org.tierline.sla.Target;

/** A case as the API shows it: every field is there, absent things are null or empty. */
@Schema(name = "Case")
record CaseView(CaseNumber number, Status status, int tier, Integer severity, Impact impact, Urgency urgency,
		String plan, String company, Contact contact, String product, Channel channel, String subject, String details,
		Instant openedAt, Instant resolvedAt, Instant closedAt, String assignee, Targets targets,
		List<EscalationView> escalations, Resolution resolution, DefectNumber defect, CaseNumber mergedInto) {

	static CaseView of(CaseFile file, DefectNumber defect) {
		SupportCase one = file.supportCase();
		return new CaseView(one.number(), one.status(), one.tier().number(), one.severity(), one.impact(),
				one.urgency(), one.plan().code(), one.company(), one.contact(), one.product(), one.channel(),
				one.subject(), one.details(), one.openedAt(), one.resolvedAt(), one.closedAt(), one.assignee(),
				Targets.of(file.clocks()), file.escalations().stream().map(EscalationView::of).toList(),
				file.resolution(), defect, one.mergedInto());
	}

	/** The three targets. */
	record Targets(TargetView response, TargetView update, TargetView resolution) {

		static Targets of(Map<Target, ClockReading> clocks) {
			return new Targets(TargetView.of(clocks.get(Target.RESPONSE)), TargetView.of(clocks.get(Target.UPDATE)),
					TargetView.of(clocks.get(Target.RESOLUTION)));
		}

	}

	/** What one target's clock shows. */
	@Schema(name = "Target")
	record TargetView(Instant dueAt, Instant warnAt, Instant metAt, Instant breachedAt, ClockState state,
			@Schema(type = "string", example = "PT3H") Duration remaining) {

		static TargetView of(ClockReading clock) {
			return (clock != null) ? new TargetView(clock.dueAt(), clock.warnAt(), clock.metAt(), clock.breachedAt(),
					clock.state(), clock.remaining()) : new TargetView(null, null, null, null, ClockState.NONE, null);
		}

	}

	/** An escalation, tiers as numbers. */
	@Schema(name = "Escalation")
	record EscalationView(int from, int to, EscalationReason reason, HandoffMode mode, String note, Instant at) {

		static EscalationView of(Escalation escalation) {
			return new EscalationView(escalation.from().number(), escalation.to().number(), escalation.reason(),
					escalation.mode(), escalation.note(), escalation.at());
		}

	}

	/**
	 * A page of cases, newest first; {@code next} is what to pass as {@code after}, or
	 * null.
	 */
	@Schema(name = "CasePage")
	record Page(List<CaseView> cases, CaseNumber next) {
	}

}
