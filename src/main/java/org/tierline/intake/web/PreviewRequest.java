package org.tierline.intake.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.sla.Pauses;
import org.tierline.sla.Span;

/** A case that might be opened. */
@Schema(name = "Preview", example = PreviewRequest.EXAMPLE)
record PreviewRequest(
		@NotNull(message = "is required") @Pattern(regexp = Words.PLAN, message = Words.ONE_OF) String plan,
		@NotNull(message = "is required") @Min(value = 1, message = "must be 1 to 4") @Max(value = 4,
				message = "must be 1 to 4") Integer severity,
		@Schema(description = "Monday to Friday 9 to 17 where it is left out") CompanyRequest.SiteRequest site,
		@Schema(description = "now where it is left out") @Moment String openedAt,
		@Size(max = 1000, message = "has more than {max} entries") List<@NotNull(
				message = "is required") @Valid PauseRequest> pauses)
		implements
			Ruled {

	static final String EXAMPLE = """
			{"plan": "premium", "severity": 2, "site": {"timeZone": "Europe/Berlin", "country": "DE",
			"hours": {"monday": ["09:00-12:00", "13:00-17:00"], "tuesday": ["09:00-17:00"]}, "holidays": ["2026-12-24"]},
			"openedAt": "2026-12-21T15:00:00Z", "pauses": [{"from": "2026-12-22T08:00:00Z", "to": "2026-12-22T09:00:00Z"}]}""";

	Instant opened(Clock clock) {
		return (this.openedAt != null) ? Moment.Check.read(this.openedAt)
				: clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** Refuses pauses that end before they begin. */
	Pauses read() {
		List<FieldProblem> problems = problems();
		if (!problems.isEmpty()) {
			throw new InputRefused(problems);
		}
		return Pauses.of(all().stream().map(PauseRequest::span).toList());
	}

	@Override
	public List<FieldProblem> problems() {
		List<FieldProblem> problems = new ArrayList<>(CompanyRequest.problems(this.site));
		for (int i = 0; i < all().size(); i++) {
			if (all().get(i) != null && all().get(i).isBackwards()) {
				problems.add(new FieldProblem("pauses[" + i + "].to", "must be after from"));
			}
		}
		return problems;
	}

	private List<PauseRequest> all() {
		return (this.pauses != null) ? this.pauses : List.of();
	}

	/** When the case waits for the customer. */
	@Schema(name = "Pause")
	record PauseRequest(@NotNull(message = "is required") @Moment String from,
			@NotNull(message = "is required") @Moment String to) {

		Span span() {
			return new Span(Moment.Check.read(this.from), Moment.Check.read(this.to));
		}

		boolean isBackwards() {
			return Moment.Check.isMoment(this.from) && Moment.Check.isMoment(this.to)
					&& !span().end().isAfter(span().start());
		}

	}

}
