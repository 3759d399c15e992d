package org.tierline.intake.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Word;
import org.tierline.lifecycle.PatchPipeline;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.Delivery;
import org.tierline.patches.DeliveryState;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseState;
import org.tierline.patches.Releases;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Releases over HTTP: plan them, fill them, publish them. */
@RestController
@RequestMapping("/api/releases")
@Tag(name = "Releases")
class ReleasesController {

	private final PatchPipeline pipeline;

	private final Releases releases;

	ReleasesController(PatchPipeline pipeline, Releases releases) {
		this.pipeline = pipeline;
		this.releases = releases;
	}

	@GetMapping
	@Operation(summary = "List releases, newest first")
	Page list(@RequestParam(required = false) String state, @RequestParam(required = false) String limit,
			@RequestParam(required = false) String after) {
		PageQuery query = new PageQuery();
		ReleaseState wanted = query.one("state", state, (word) -> Word.find(ReleaseState.class, word),
				"is not a state");
		String from = query.one("after", after, (name) -> this.releases.find(name).map(Release::name),
				"is not the name of a release");
		int most = query.limit(limit);
		query.refuseWrong();
		List<Release> found = this.releases.list(wanted, from, most + 1);
		return new Page(PageQuery.page(found, most), PageQuery.next(found, most, Release::name));
	}

	@PostMapping
	@Operation(summary = "Plan a release", description = "The task to approve it opens at once")
	ResponseEntity<Release> plan(@Valid @RequestBody ReleaseRequest request) {
		Release planned = this.pipeline.plan(request.read());
		return ResponseEntity.created(location(planned.name())).body(planned);
	}

	@GetMapping("/{name}")
	@Operation(summary = "Read a release")
	Release read(@PathVariable String name) {
		return this.releases.get(name);
	}

	@PutMapping("/{name}/defects/{number}")
	@Operation(summary = "Plan a defect for the release",
			description = "Answers the defect's open task PlanRelease, or is remembered until the fix is verified. "
					+ "From freezeAt on a reason is asked for")
	Release planDefect(@PathVariable String name, @PathVariable String number,
			@Valid @RequestBody(required = false) ReasonRequest request) {
		return this.pipeline.planDefect(name, DefectsController.number(number), ReasonRequest.given(request));
	}

	@PutMapping("/{name}/notes")
	@Operation(summary = "Write what customers shall read about a release that is still to come",
			description = "null: what its verified defects say (generatedNotes)")
	Release note(@PathVariable String name, @Valid @RequestBody NotesRequest request) {
		return this.pipeline.note(name, request.read());
	}

	@DeleteMapping("/{name}/defects/{number}")
	@Operation(summary = "Withdraw a defect from the release",
			description = "If its fix is verified, the task PlanRelease opens again")
	Release withdrawDefect(@PathVariable String name, @PathVariable String number) {
		return this.pipeline.withdrawDefect(name, DefectsController.number(number));
	}

	@PostMapping("/{name}/publication")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Publish an approved release",
			description = "Every waiting case gets it. Repeated, nothing happens again")
	Release publish(@PathVariable String name) {
		return this.pipeline.publish(name);
	}

	@PostMapping("/{name}/withdrawal")
	@Operation(summary = "Take a release back",
			description = "Its defects are planned anew; who got it gets the release that brings them then. "
					+ "Repeated, nothing happens again")
	Release withdraw(@PathVariable String name, @Valid @RequestBody WithdrawalRequest request) {
		return this.pipeline.withdraw(name, request.reason().strip());
	}

	@GetMapping("/{name}/deliveries")
	@Operation(summary = "List to whom the release goes and how far that is, newest first",
			description = "state=failed: who could not be given it yet, why, and when it is tried again")
	DeliveryPage deliveries(@PathVariable String name, @RequestParam(required = false) String state,
			@RequestParam(required = false) String limit, @RequestParam(required = false) String after) {
		PageQuery query = new PageQuery();
		DeliveryState wanted = query.one("state", state, (word) -> Word.find(DeliveryState.class, word),
				"is not a state");
		CaseNumber from = query.one("after", after, CaseNumber::parse, "is not a case number such as SC-100001");
		int most = query.limit(limit);
		query.refuseWrong();
		List<DeliveryView> found = this.releases.deliveries(name, wanted, from, most + 1)
			.stream()
			.map(DeliveryView::of)
			.toList();
		return new DeliveryPage(PageQuery.page(found, most), PageQuery.next(found, most, DeliveryView::number));
	}

	@PostMapping("/{name}/deliveries/retry")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Try at once all that could not be delivered")
	Retry retry(@PathVariable String name) {
		return new Retry(this.pipeline.retry(name, null));
	}

	@PostMapping("/{name}/deliveries/{number}/retry")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Try at once what could not be delivered to a case")
	Retry retry(@PathVariable String name, @PathVariable String number) {
		return new Retry(this.pipeline.retry(name, NoSuchNumber.read(number)));
	}

	private static URI location(String name) {
		return UriComponentsBuilder.fromPath("/api/releases/{name}").build().expand(name).encode().toUri();
	}

	/** A page of releases; {@code next} is what to pass as {@code after}, or null. */
	@Schema(name = "ReleasePage")
	record Page(List<Release> releases, String next) {
	}

	/** A page of deliveries; {@code next} is what to pass as {@code after}, or null. */
	record DeliveryPage(List<DeliveryView> deliveries, CaseNumber next) {
	}

	/** A release on its way to a case; {@code why} is what went wrong, or null. */
	@Schema(name = "Delivery")
	record DeliveryView(@JsonProperty("case") CaseNumber number, DefectNumber defect, DeliveryState state,
			Instant queuedAt, Instant deliveredAt, int attempts, String why, Instant nextAttemptAt) {

		static DeliveryView of(Delivery delivery) {
			return new DeliveryView(delivery.number(), delivery.defect(), delivery.state(), delivery.queuedAt(),
					delivery.deliveredAt(), delivery.attempts(), delivery.why(), delivery.nextAttemptAt());
		}

	}

	/** How many deliveries are tried again. */
	record Retry(int retried) {
	}

}
