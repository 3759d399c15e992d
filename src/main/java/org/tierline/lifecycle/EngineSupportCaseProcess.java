package org.tierline.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;

import org.tierline.cases.Author;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.HandoffMode;
import org.tierline.cases.Impact;
import org.tierline.cases.Message;
import org.tierline.cases.Opening;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.cases.Visibility;
import org.tierline.customers.PlanTerms;
import org.tierline.engine.SubmissionRefused;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The process in the engine. Every call locks the case before it asks the engine for
 * anything, so that two callers follow one another instead of colliding.
 */
@Service
@Transactional
class EngineSupportCaseProcess implements SupportCaseProcess {

	private final RuntimeService runtime;

	private final CaseMessages messages;

	private final CaseTimers timers;

	private final CaseTask tasks;

	private final Cases cases;

	private final Casework casework;

	private final PlanTerms terms;

	private final Clock clock;

	EngineSupportCaseProcess(@Lazy RuntimeService runtime, CaseMessages messages, CaseTimers timers, CaseTask tasks,
			Cases cases, Casework casework, PlanTerms terms, Clock clock) {
		this.runtime = runtime;
		this.messages = messages;
		this.timers = timers;
		this.tasks = tasks;
		this.cases = cases;
		this.casework = casework;
		this.terms = terms;
		this.clock = clock;
	}

	@Override
	public CaseNumber open(Opening opening) {
		try {
			return new CaseNumber(
					this.runtime.startProcessInstanceByKey(SupportCaseModel.KEY, StartForm.fields(opening))
						.getBusinessKey());
		}
		catch (RuntimeException ex) {
			throw SubmissionRefused.in(ex).<RuntimeException>map(StartForm::refused).orElse(ex);
		}
	}

	@Override
	public Message staffWrites(CaseNumber number, String body, boolean internal) {
		SupportCase supportCase = this.cases.lock(number);
		if (!internal) {
			refuse(supportCase, Status.CLOSED, Status.WITHDRAWN, Status.MERGED);
		}
		Visibility visibility = internal ? Visibility.INTERNAL : Visibility.PUBLIC;
		Message message = this.casework.post(number, Author.STAFF, Actors.current(), visibility, body);
		if (!internal) {
			follow(number);
		}
		return message;
	}

	@Override
	public Message customerWrites(CaseNumber number, String body) {
		SupportCase supportCase = this.cases.lock(number);
		return switch (supportCase.status()) {
			case WAITING_FOR_CUSTOMER -> reply(supportCase, body);
			case OPEN, WAITING_FOR_PATCH, RESOLVED -> tell(supportCase, body);
			case CLOSED -> comeBack(supportCase, body);
			case MERGED -> customerWrites(supportCase.mergedInto(), body);
			case WITHDRAWN -> openAnother(supportCase, body);
		};
	}

	@Override
	public void revise(CaseNumber number, Impact impact, Urgency urgency, String reason) {
		SupportCase supportCase = this.cases.lock(number);
		refuse(supportCase, Status.RESOLVED, Status.CLOSED, Status.WITHDRAWN, Status.MERGED);
		this.messages.send(number, SupportCaseModel.CASE_REVISED, Map.of("impact", impact.code(), "urgency",
				urgency.code(), "plan", this.casework.planOf(number).code(), "reason", reason));
	}

	@Override
	public void confirm(CaseNumber number) {
		require(this.cases.lock(number), Status.RESOLVED, "nothing to confirm");
		this.messages.send(number, SupportCaseModel.CUSTOMER_CONFIRMED,
				Map.of("closingReason", "the customer confirmed"));
	}

	@Override
	public void reopen(CaseNumber number, String reason) {
		SupportCase supportCase = this.cases.lock(number);
		switch (supportCase.status()) {
			case RESOLVED -> this.messages.send(number, SupportCaseModel.CUSTOMER_DISAGREED, Map.of("reason", reason));
			case CLOSED -> begin(supportCase, reason);
			default -> throw forbidden(supportCase, "only a resolved or closed case can be reopened");
		}
	}

	@Override
	public void withdraw(CaseNumber number, String reason) {
		refuse(this.cases.lock(number), Status.RESOLVED, Status.CLOSED, Status.WITHDRAWN, Status.MERGED);
		this.messages.send(number, SupportCaseModel.CASE_WITHDRAWN, Map.of("reason", reason));
	}

	@Override
	public void handOff(CaseNumber number, HandoffMode mode) {
		SupportCase supportCase = this.cases.lock(number);
		if (supportCase.tier() != Tier.TWO || !engaged(supportCase)) {
			throw forbidden(supportCase, "only a case in Tier 2 is handed off");
		}
		if (supportCase.handoffMode() != mode) {
			this.casework.shareAs(number, mode, Actors.current());
			shareTask(number, mode);
		}
	}

	private void shareTask(CaseNumber number, HandoffMode mode) {
		boolean assisting = this.tasks.isOpen(number, SupportCaseModel.ASSIST_TIER2);
		if (mode == HandoffMode.TOGETHER && !assisting) {
			this.messages.send(number, SupportCaseModel.ASSISTANCE_WANTED, Map.of());
		}
		else if (mode == HandoffMode.DIRECT && assisting) {
			this.messages.send(number, SupportCaseModel.ASSISTANCE_ENDED, Map.of());
		}
	}

	private Message reply(SupportCase supportCase, String body) {
		Message message = this.casework.reply(supportCase.number(), supportCase.contact().email(), body);
		this.messages.send(supportCase.number(), SupportCaseModel.CUSTOMER_REPLIED, Map.of());
		return message;
	}

	private Message tell(SupportCase supportCase, String body) {
		Message message = store(supportCase, body);
		this.messages.send(supportCase.number(), SupportCaseModel.CUSTOMER_WROTE, Map.of());
		return message;
	}

	private Message comeBack(SupportCase supportCase, String body) {
		begin(supportCase, "the customer wrote again");
		return store(supportCase, body);
	}

	private Message store(SupportCase supportCase, String body) {
		return this.casework.reply(supportCase.number(), supportCase.contact().email(), body);
	}

	/**
	 * What a customer writes is never dropped: a withdrawn case is over, so it becomes a
	 * new one.
	 */
	private Message openAnother(SupportCase withdrawn, String body) {
		CaseNumber number = open(new Opening(withdrawn.company(), withdrawn.contact(), withdrawn.product(),
				withdrawn.subject(), body, withdrawn.impact(), withdrawn.urgency(), withdrawn.channel(), null));
		this.casework.follow(number, withdrawn.number());
		return this.casework.reply(number, withdrawn.contact().email(), body);
	}

	private void begin(SupportCase supportCase, String reason) {
		Duration period = Duration.ofDays(this.terms.reopeningDays(supportCase.plan()));
		if (supportCase.closedAt().plus(period).isBefore(this.clock.instant())) {
			throw forbidden(supportCase, "it can be reopened for " + period.toDays() + " days after closing only");
		}
		this.messages.start(supportCase.number(), SupportCaseModel.CASE_REOPENED, Map.of("reason", reason));
	}

	/** The clocks may have moved: timers and tasks follow. */
	private void follow(CaseNumber number) {
		this.timers.follow(number);
		this.timers.instance(number).ifPresent((id) -> this.tasks.follow(number, id));
	}

	private static boolean engaged(SupportCase supportCase) {
		return supportCase.status() == Status.OPEN || supportCase.status() == Status.WAITING_FOR_CUSTOMER;
	}

	private static void refuse(SupportCase supportCase, Status... forbidden) {
		if (java.util.List.of(forbidden).contains(supportCase.status())) {
			throw forbidden(supportCase, "that is not possible any more");
		}
	}

	private static void require(SupportCase supportCase, Status status, String otherwise) {
		if (supportCase.status() != status) {
			throw forbidden(supportCase, otherwise);
		}
	}

	private static StateForbids forbidden(SupportCase supportCase, String why) {
		return new StateForbids("Case " + supportCase.number() + " is " + supportCase.status().code() + ": " + why);
	}

}
