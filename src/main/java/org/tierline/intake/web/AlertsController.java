package org.tierline.intake.web;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.tierline.alerts.Alert;
import org.tierline.alerts.Alerts;
import org.tierline.alerts.NoSuchName;
import org.tierline.alerts.Notices;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Word;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Warnings and breaches over HTTP: who was told, who takes care. */
@RestController
@RequestMapping("/api")
@Tag(name = "Alerts")
class AlertsController {

	private final Alerts alerts;

	private final Notices notices;

	AlertsController(Alerts alerts, Notices notices) {
		this.alerts = alerts;
		this.notices = notices;
	}

	@GetMapping("/alerts")
	@Operation(summary = "List alerts, newest first",
			description = "open=true: those that nobody has acknowledged and that are not over")
	Page list(@RequestParam(required = false) String open, @RequestParam(name = "case", required = false) String number,
			@RequestParam(required = false) String limit, @RequestParam(required = false) String after) {
		PageQuery query = new PageQuery();
		Boolean isOpen = query.one("open", open, AlertsController::yesOrNo, "must be true or false");
		CaseNumber known = query.one("case", number, CaseNumber::parse, "is not a case number such as SC-100001");
		Long from = query.one("after", after, AlertsController::id, "is not the number of an alert");
		int most = query.limit(limit);
		query.refuseWrong();
		List<Alert> found = this.alerts.list(isOpen, known, from, most + 1);
		return new Page(PageQuery.page(found, most), PageQuery.next(found, most, Alert::id));
	}

	@GetMapping("/cases/{number}/alerts")
	@Operation(summary = "The alerts of a case, oldest first", description = "With the steps of their chains")
	List<Alert> of(@PathVariable String number) {
		return this.alerts.of(NoSuchNumber.read(number));
	}

	@PostMapping("/alerts/{id}/acknowledgement")
	@Operation(summary = "Take care of an alert",
			description = "No further step is taken. Repeated by the same person nothing changes; "
					+ "409 when it is over or somebody else was first")
	Alert acknowledge(@PathVariable String id, @Valid @RequestBody(required = false) NoteRequest request,
			Authentication who) {
		long known = id(id).orElseThrow(() -> new NoSuchName("alert " + id));
		return this.alerts.acknowledge(known, who.getName(), (request != null) ? request.note() : null);
	}

	@GetMapping("/notices")
	@Operation(summary = "List notices, newest first",
			description = "state=queued shows what waits, state=failed what was given up after days")
	NoticePage notices(@RequestParam(required = false) String state, @RequestParam(required = false) String limit,
			@RequestParam(required = false) String after) {
		PageQuery query = new PageQuery();
		Notices.State wanted = query.one("state", state, (word) -> Word.find(Notices.State.class, word),
				"must be queued, sent, failed or dropped");
		Long from = query.one("after", after, AlertsController::id, "is not the number of a notice");
		int most = query.limit(limit);
		query.refuseWrong();
		List<Notices.Notice> found = this.notices.list(wanted, from, most + 1);
		return new NoticePage(PageQuery.page(found, most), PageQuery.next(found, most, Notices.Notice::id));
	}

	@PostMapping("/notices/{id}/retry")
	@Operation(summary = "Send a failed notice again",
			description = "It waits in the queue like a new one and keeps its delivery, so that a receiver knows a "
					+ "repetition; 409 when it has not failed, or its alert is acknowledged or over")
	Notices.Notice retry(@PathVariable String id, Authentication who) {
		return this.notices.retry(id(id).orElseThrow(() -> new NoSuchName("notice " + id)), who.getName());
	}

	private static Optional<Long> id(String text) {
		return Optional.of(text).filter((t) -> t.matches("[0-9]{1,18}")).map(Long::valueOf);
	}

	private static Optional<Boolean> yesOrNo(String text) {
		return Optional.of(text).filter((t) -> t.matches("true|false")).map(Boolean::valueOf);
	}

	/** What whoever takes care wants the others to know. */
	@Schema(name = "Acknowledgement", example = """
			{"note": "I call the customer."}""")
	record NoteRequest(@Text(max = 2_000, optional = true) String note) {
	}

	/** A page of alerts; {@code next} is what to pass as {@code after}, or null. */
	@Schema(name = "AlertPage")
	record Page(List<Alert> alerts, Long next) {
	}

	/** A page of notices; {@code next} is what to pass as {@code after}, or null. */
	@Schema(name = "NoticePage")
	record NoticePage(List<Notices.Notice> notices, Long next) {
	}

}
