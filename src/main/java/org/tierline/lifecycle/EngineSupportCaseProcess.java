package org.tierline.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RuntimeService;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.Channel;
import org.tierline.cases.HandoffMode;
import org.tierline.cases.Impact;
import org.tierline.cases.Inbound;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Message;
import org.tierline.cases.Opening;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Status;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;
import org.tierline.cases.Urgency;
import org.tierline.cases.Visibility;
import org.tierline.customers.Contact;
import org.tierline.customers.PlanTerms;
import org.tierline.engine.SubmissionRefused;

import org.springframework.context.ApplicationEventPublisher;
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

	private final ApplicationEventPublisher events;

	private final Clock clock;

	EngineSupportCaseProcess(@Lazy RuntimeService runtime, CaseMessages messages, CaseTimers timers, CaseTask tasks,
			Cases cases, Casework casework, PlanTerms terms, ApplicationEventPublisher events, Clock clock) {
		this.runtime = runtime;
		this.messages = messages;
		this.timers = timers;
		this.tasks = tasks;
		this.cases = cases;
		this.casework = casework;
		this.terms = terms;
		this.events = events;
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
	public CaseNumber open(Opening opening, CaseNumber about) {
		CaseNumber number = open(opening);
		this.casework.follow(number, about);
		return number;
	}

	@Override
	public Message staffWrites(CaseNumber number, String body, boolean internal) {
		SupportCase supportCase = this.cases.lock(number);
		if (!internal) {
			refuse(supportCase, Status.CLOSED, Status.WITHDRAWN, Status.MERGED);
		}
		Visibility visibility = internal ? Visibility.INTERNAL : Visibility.PUBLIC;
		Message message = this.casework.post(number, Actors.current(), visibility, body);
		if (!internal) {
			follow(number);
		}
		this.events.publishEvent(new StaffWrote(message));
		return message;
	}

	@Override
	public Message customerWrites(CaseNumber number, String body) {
		return customerWrites(number, Inbound.text(Channel.API, body));
	}

	@Override
	public Message customerWrites(CaseNumber number, Inbound inbound) {
		Contact writer = this.cases.get(number).contact();
		Inbound known = inbound.orFrom(writer.email());
		SupportCase supportCase = lockSurvivor(number);
		return switch (supportCase.status()) {
			case WAITING_FOR_CUSTOMER -> reply(supportCase, known);
			case OPEN, WAITING_FOR_PATCH, RESOLVED -> tell(supportCase, known);
			case CLOSED -> comeBack(supportCase, known);
			case MERGED -> throw new IllegalStateException("a survivor is never merged");
			case WITHDRAWN -> openAnother(supportCase, writer, known);
		};
	}

	/**
	 * Follows a merged case to where its customer is served. A merged case stays merged,
	 * so it is read without a lock: a merger takes its locks in another order.
	 */
	private SupportCase lockSurvivor(CaseNumber number) {
		SupportCase found = this.cases.get(number);
		while (found.status() == Status.MERGED) {
			found = this.cases.get(found.mergedInto());
		}
		SupportCase locked = this.cases.lock(found.number());
		return (locked.status() == Status.MERGED) ? lockSurvivor(locked.mergedInto()) : locked;
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
	public void merge(CaseNumber number, CaseNumber into) {
		lockBoth(number, into);
		this.messages.send(number, SupportCaseModel.CASE_MERGED, Map.of("survivor", into.value()));
	}

	/** In the order of their numbers: of two opposite mergers the second one waits. */
	private void lockBoth(CaseNumber number, CaseNumber into) {
		this.cases.get(number);
		this.cases.find(into).orElseThrow(() -> new InputRefused("into", "is not the number of a case"));
		Stream.of(number, into).sorted(Comparator.comparing(CaseNumber::id)).forEach(this.cases::lock);
		this.casework.checkMerger(number, into);
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

	private Message reply(SupportCase supportCase, Inbound inbound) {
		Message message = this.casework.reply(supportCase.number(), inbound);
		this.messages.send(supportCase.number(), SupportCaseModel.CUSTOMER_REPLIED, Map.of());
		return message;
	}

	private Message tell(SupportCase supportCase, Inbound inbound) {
		Message message = store(supportCase, inbound);
		this.messages.send(supportCase.number(), SupportCaseModel.CUSTOMER_WROTE, Map.of());
		return message;
	}

	private Message comeBack(SupportCase supportCase, Inbound inbound) {
		begin(supportCase, "the customer wrote again");
		return store(supportCase, inbound);
	}

	private Message store(SupportCase supportCase, Inbound inbound) {
		return this.casework.reply(supportCase.number(), inbound);
	}

	/**
	 * What a customer writes is never dropped: a withdrawn case is over, so it becomes a
	 * new one.
	 */
	private Message openAnother(SupportCase withdrawn, Contact writer, Inbound inbound) {
		CaseNumber number = open(new Opening(withdrawn.company(), writer, withdrawn.product(), withdrawn.subject(),
				inbound.body(), withdrawn.impact(), withdrawn.urgency(), withdrawn.channel(), null));
		this.casework.follow(number, withdrawn.number());
		return this.casework.reply(number, inbound);
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
		this.tasks.follow(number);
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
