package org.tierline.intake.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.tierline.alerts.DutyRotas;

/** The shifts of a rota, as they were written. */
@Schema(name = "DutyRota", example = DutyRequest.EXAMPLE)
record DutyRequest(
		@NotNull(message = "is required") List<@NotNull(message = "is required") @Valid ShiftRequest> shifts) {

	static final String EXAMPLE = """
			{"shifts": [{"login": "tier1", "from": "2026-12-24T08:00:00Z", "to": "2026-12-24T16:00:00Z"}]}""";

	List<DutyRotas.Shift> read() {
		return this.shifts.stream().map(ShiftRequest::read).toList();
	}

	/** From, and until but not including. */
	@Schema(name = "ShiftRequest")
	record ShiftRequest(@Text(max = 64) String login, @NotNull(message = "is required") @Moment String from,
			@NotNull(message = "is required") @Moment String to) {

		DutyRotas.Shift read() {
			return new DutyRotas.Shift(this.login, Moment.Check.read(this.from), Moment.Check.read(this.to));
		}

	}

	/** The shifts of a rota, earliest first. */
	@Schema(name = "DutyRotaView")
	record View(List<DutyRotas.Shift> shifts) {
	}

}
