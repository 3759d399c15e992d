package org.tierline.intake.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.HandoffMode;
import org.tierline.cases.Impact;
import org.tierline.cases.Message;
import org.tierline.cases.Participants;
import org.tierline.cases.TimelineEntry;
import org.tierline.cases.Urgency;
import org.tierline.cases.Word;
import org.tierline.customers.Companies;
import org.tierline.customers.Company;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP: read, list, message and steer them. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CasesController {

	private final SupportCaseProcess process;

	private final Cases cases;

	private final CaseViews views;

	private final Messages messages;

	private final Participants participants;

	private final Companies companies;

	CasesController(SupportCaseProcess process, Cases cases, CaseViews views, Messages messages,
			Participants participants, Companies companies) {
		this.process = process;
		this.cases = cases;
		this.views = views;
		this.messages = messages;
		this.participants = participants;
		this.companies = companies;
	}

	@GetMapping
	@Operation(summary = "List cases, newest first",
			description = "q searches number, subject, details, company and conversation")
	CaseView.Page list(@RequestParam(required = false) String status, @RequestParam(required = false) String tier,
			@RequestParam(required = false) String severity, @RequestParam(required = false) String company,
			@RequestParam(required = false) String q, @RequestParam(required = false) String limit,
			@RequestParam(required = false) String after) {
		CaseQuery.Read asked = CaseQuery.of(status, tier, severity, current(company), q, limit, after).read();
		return this.views.page(asked.filter(), asked.after(), asked.limit());
	}

	/** Cases follow when their company is renamed; who asks may know its former name. */
	private String current(String company) {
		return (company != null) ? this.companies.find(company).map(Company::name).orElse(company) : null;
	}

	@GetMapping("/{number}")
	@Operation(summary = "Read a case")
	CaseView read(@PathVariable String number) {
		return this.views.of(NoSuchNumber.read(number));
	}

	@GetMapping("/{number}/messages")
	@Operation(summary = "The conversation, oldest first")
	List<Message> messages(@PathVariable String number) {
		return this.cases.messages(NoSuchNumber.read(number));
	}

	@GetMapping("/{number}/participants")
	@Operation(summary = "Who takes part by mail, the contact first")
	List<ParticipantView> participants(@PathVariable String number) {
		CaseNumber known = this.cases.get(NoSuchNumber.read(number)).number();
		return this.participants.of(known).stream().map(ParticipantView::of).toList();
	}

	@GetMapping("/{number}/timeline")
	@Operation(summary = "What happened, oldest first")
	List<TimelineEntry> timeline(@PathVariable String number) {
		return this.cases.timeline(NoSuchNumber.read(number));
	}

	@GetMapping("/{number}/clocks")
	@Operation(summary = "Why each clock shows what it shows",
			description = "allowed = used + left, to the millisecond: used is the working time of the segments of the "
					+ "present period, left the working time ahead until dueAt. Each running segment and what is ahead "
					+ "are listed stretch by stretch, by the calendar that counted then, with the wall clock of the "
					+ "site: at most 100 stretches each, those after them as one sum with their number and days. "
					+ "calendars names zone, hours and the holidays that fell into the time. remark says why a clock "
					+ "does not add up: more is used than is allowed, or it is about to follow a change of the site")
	List<ClockView> clocks(@PathVariable String number) {
		return this.cases.clocks(NoSuchNumber.read(number)).stream().map(ClockView::of).toList();
	}

	@PostMapping("/{number}/messages")
	@Operation(summary = "Write a message", description = "A customer's message is a reply, news, a follow-up or a "
			+ "reopening, as the case stands; the answer names the case that holds it")
	ResponseEntity<Message> write(@PathVariable String number, @Valid @RequestBody MessageRequest request,
			Authentication who) {
		return this.messages.write(NoSuchNumber.read(number), request, List.of(), who);
	}

	@PutMapping("/{number}/assessment")
	@Operation(summary = "Assess impact and urgency anew", description = "Severity and targets follow")
	CaseView assess(@PathVariable String number, @Valid @RequestBody AssessmentRequest request) {
		CaseNumber known = NoSuchNumber.read(number);
		this.process.revise(known, Word.of(Impact.class, request.impact()), Word.of(Urgency.class, request.urgency()),
				request.reason());
		return this.views.of(known);
	}

	@PostMapping("/{number}/confirmation")
	@Operation(summary = "The resolution helped: the case is closed")
	CaseView confirm(@PathVariable String number, @Valid @RequestBody(required = false) ReasonRequest request) {
		CaseNumber known = NoSuchNumber.read(number);
		this.process.confirm(known);
		return this.views.of(known);
	}

	@PostMapping("/{number}/reopening")
	@Operation(summary = "The resolution did not help, or the problem is back")
	CaseView reopen(@PathVariable String number, @Valid @RequestBody(required = false) ReasonRequest request) {
		CaseNumber known = NoSuchNumber.read(number);
		this.process.reopen(known, ReasonRequest.of(request));
		return this.views.of(known);
	}

	@PostMapping("/{number}/withdrawal")
	@Operation(summary = "The customer needs no help any more")
	CaseView withdraw(@PathVariable String number, @Valid @RequestBody(required = false) ReasonRequest request) {
		CaseNumber known = NoSuchNumber.read(number);
		this.process.withdraw(known, ReasonRequest.of(request));
		return this.views.of(known);
	}

	@PostMapping("/{number}/merger")
	@Operation(summary = "Merge a duplicate into another case",
			description = "The customer is told, and served in the other case from now on; clocks end, a defect is untied")
	CaseView merge(@PathVariable String number, @Valid @RequestBody MergerRequest request) {
		CaseNumber known = NoSuchNumber.read(number);
		this.process.merge(known, request.survivor());
		return this.views.of(known);
	}

	@PutMapping("/{number}/handoff")
	@Operation(summary = "Change how Tier 1 and Tier 2 share a case in Tier 2")
	CaseView handOff(@PathVariable String number, @Valid @RequestBody HandoffRequest request) {
		CaseNumber known = NoSuchNumber.read(number);
		this.process.handOff(known, Word.of(HandoffMode.class, request.mode()));
		return this.views.of(known);
	}

}
