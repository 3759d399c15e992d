package org.tierline.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import org.tierline.cases.Attachment;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Channel;
import org.tierline.cases.ClockReading;
import org.tierline.cases.ClockState;
import org.tierline.cases.Escalation;
import org.tierline.cases.HandoffMode;
import org.tierline.cases.Impact;
import org.tierline.cases.Message;
import org.tierline.cases.Participant;
import org.tierline.cases.RelatedCases;
import org.tierline.cases.Resolution;
import org.tierline.cases.ResolutionKind;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.Urgency;
import org.tierline.customers.Contact;
import org.tierline.patches.Defect;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.sla.Target;

/**
 * All that the case tab shows, in one answer.
 *
 * @param now the server's time: countdowns hold whatever the browser's clock says
 * @param version changes whenever the case has something new
 * @param zone the time zone of the customer's site
 * @param earlier whether the conversation has older messages than those here
 */
@Schema(name = "CaseDesk")
record DeskView(Instant now, String version, Me me, Facts facts, String zone, List<ClockView> clocks,
		List<Technician> technicians, List<Copied> participants, List<Attachment> files, List<Message> messages,
		boolean earlier, List<EscalationView> escalations, List<TimelineEntry> timeline, List<Line> openCases,
		List<Line> mergedCases, List<Drafts.Draft> drafts, List<Presences.Present> present) {

	/** What is known of the case. */
	@Schema(name = "CaseFacts")
	record Facts(CaseNumber number, Status status, int tier, Integer severity, Impact impact, Urgency urgency,
			String plan, boolean priorityUpdates, String company, boolean verified, Contact contact, String product,
			Channel channel, String subject, String details, Instant openedAt, Instant resolvedAt, Instant closedAt,
			String assignee, HandoffMode handoffMode, boolean silent, Resolution resolution, DefectView defect,
			CaseNumber mergedInto) {
	}

	/** The defect that the case is tied to. */
	@Schema(name = "CaseDefect")
	record DefectView(DefectNumber number, String title, String product, List<String> affectedVersions,
			DefectState state, String workaround, String release) {

		static DefectView of(Defect defect) {
			return new DefectView(defect.number(), defect.title(), defect.product(), defect.affectedVersions(),
					defect.state(), defect.workaround(), defect.release());
		}

	}

	/** What a target's clock shows. */
	@Schema(name = "DeskClock")
	record ClockView(String target, ClockState state, Instant dueAt, Instant warnAt, Instant metAt, Instant breachedAt,
			@Schema(type = "string", example = "PT3H") Duration remaining) {

		static ClockView of(Target target, ClockReading clock) {
			return new ClockView(target.name().toLowerCase(java.util.Locale.ROOT), clock.state(), clock.dueAt(),
					clock.warnAt(), clock.metAt(), clock.breachedAt(), clock.remaining());
		}

	}

	/** Who had the case last in a tier. */
	@Schema(name = "CaseTechnician")
	record Technician(int tier, String login) {
	}

	/** Who gets the letters, and why they do not arrive, if they do not. */
	@Schema(name = "CaseParticipant")
	record Copied(String email, String name, String role, Instant bouncedAt, String bouncedWhy) {

		static Copied of(Participant one) {
			return new Copied(one.email(), one.name(), one.role().code(), one.bouncedAt(), one.bouncedWhy());
		}

	}

	/** An escalation, tiers as numbers. */
	@Schema(name = "DeskEscalation")
	record EscalationView(int from, int to, String reason, String mode, String note, Instant at) {

		static EscalationView of(Escalation escalation) {
			return new EscalationView(escalation.from().number(), escalation.to().number(), escalation.reason().code(),
					escalation.mode().code(), escalation.note(), escalation.at());
		}

	}

	/** Another case, in a line. */
	@Schema(name = "CaseLine")
	record Line(CaseNumber number, Status status, int tier, Integer severity, String company, String subject,
			Instant openedAt) {

		static Line of(SupportCase one) {
			return new Line(one.number(), one.status(), one.tier().number(), one.severity(), one.company(),
					one.subject(), one.openedAt());
		}

	}

	/** A solved case and what helped there. */
	@Schema(name = "SimilarCase")
	record SimilarLine(CaseNumber number, Status status, String company, String subject, ResolutionKind kind,
			String summary) {

		/** Enough of a solution to tell whether it is worth opening the case. */
		private static final int SHOWN = 300;

		static SimilarLine of(RelatedCases.Similar similar) {
			SupportCase one = similar.supportCase();
			Resolution resolution = similar.resolution();
			return (resolution != null)
					? new SimilarLine(one.number(), one.status(), one.company(), one.subject(), resolution.kind(),
							begin(resolution.summary()))
					: new SimilarLine(one.number(), one.status(), one.company(), one.subject(), null, null);
		}

		private static String begin(String text) {
			return (text.length() > SHOWN) ? text.substring(0, SHOWN) + "…" : text;
		}

	}

}
