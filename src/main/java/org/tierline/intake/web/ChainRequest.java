package org.tierline.intake.web;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

import org.tierline.alerts.ChainStep;
import org.tierline.alerts.EscalationChain;
import org.tierline.alerts.Level;

/** Who is told, in order, as it was written. */
@Schema(name = "EscalationChain", example = ChainRequest.EXAMPLE)
record ChainRequest(@NotNull(message = "is required") List<@NotNull(message = "is required") StepRequest> warned,
		@NotNull(message = "is required") List<@NotNull(message = "is required") StepRequest> breached) {

	static final String EXAMPLE = """
			{"warned": [{"recipient": "technician", "delay": "PT0S"}, {"recipient": "lead", "delay": "PT1H"}],
			"breached": [{"recipient": "technician", "delay": "PT0S"}, {"recipient": "lead", "delay": "PT0S"},
			{"recipient": "supervisors", "delay": "PT30M"}]}""";

	Map<Level, List<EscalationChain.Draft>> read() {
		return Map.of(Level.WARNED, drafts(this.warned), Level.BREACHED, drafts(this.breached));
	}

	private static List<EscalationChain.Draft> drafts(List<StepRequest> steps) {
		return steps.stream().map((step) -> new EscalationChain.Draft(step.recipient(), step.delay())).toList();
	}

	/** A step as it was written; without a delay it is taken at once. */
	@Schema(name = "ChainStepRequest")
	record StepRequest(String recipient, String delay) {
	}

	/** The chain of each level. */
	@Schema(name = "EscalationChainView")
	record View(List<ChainStep> warned, List<ChainStep> breached) {

		static View of(Map<Level, List<ChainStep>> steps) {
			return new View(steps.get(Level.WARNED), steps.get(Level.BREACHED));
		}

	}

}
