package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.tierline.alerts.ContactWays;
import org.tierline.alerts.DutyRotas;
import org.tierline.alerts.EscalationChain;
import org.tierline.alerts.Leads;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is told of warnings and breaches, when and by which way. */
@RestController
@RequestMapping("/api")
@Tag(name = "Escalation")
class EscalationController {

	private final EscalationChain chain;

	private final ContactWays ways;

	private final DutyRotas rotas;

	private final Leads leads;

	EscalationController(EscalationChain chain, ContactWays ways, DutyRotas rotas, Leads leads) {
		this.chain = chain;
		this.ways = ways;
		this.rotas = rotas;
		this.leads = leads;
	}

	@GetMapping("/escalation-chain")
	@Operation(summary = "Read who is told, in order")
	ChainRequest.View chain() {
		return ChainRequest.View.of(this.chain.steps());
	}

	@PutMapping("/escalation-chain")
	@Operation(summary = "Replace who is told, in order",
			description = "delay is working time, in the clock's calendar, since the step before. A recipient is "
					+ "technician (who has the task, else the tier's group), lead, supervisors, group:<group> or "
					+ "login:<login>; where there is nobody, the next step is taken at once. "
					+ "Open alerts keep the chain they were raised with")
	ChainRequest.View replace(@Valid @RequestBody ChainRequest request) {
		this.chain.replace(request.read());
		return chain();
	}

	@GetMapping("/groups/{group}/ways")
	@Operation(summary = "Read by which ways a group hears", description = "The secret is never read back")
	ContactWays.Ways ways(@PathVariable String group) {
		return this.ways.of(group);
	}

	@PutMapping("/groups/{group}/ways")
	@Operation(summary = "Replace by which ways a group hears",
			description = "mail: addresses of the group; none: each member by the address of the login. webHook is "
					+ "called besides, signed with secret; a secret that is left out stays as it is. Whoever sets a "
					+ "webHook makes this server call it, inside your network too")
	ContactWays.Ways replace(@PathVariable String group, @Valid @RequestBody WaysRequest request) {
		this.ways.replace(group, request.addresses(), request.hook(), request.secret());
		return this.ways.of(group);
	}

	@GetMapping("/duty/{rota}")
	@Operation(summary = "Read a duty rota", description = "Of a group, or of a tier's lead: tier1-lead")
	DutyRequest.View duty(@PathVariable String rota) {
		return new DutyRequest.View(this.rotas.of(rota));
	}

	@PutMapping("/duty/{rota}")
	@Operation(summary = "Replace a duty rota",
			description = "Without shifts everybody is on duty; with shifts nobody is in the gaps")
	DutyRequest.View replace(@PathVariable String rota, @Valid @RequestBody DutyRequest request) {
		this.rotas.replace(rota, request.read());
		return duty(rota);
	}

	@GetMapping("/leads")
	@Operation(summary = "Read who leads each tier")
	LeadsRequest leads() {
		return LeadsRequest.of(this.leads);
	}

	@PutMapping("/leads")
	@Operation(summary = "Replace who leads each tier", description = "Logins; null: nobody")
	LeadsRequest replace(@Valid @RequestBody LeadsRequest request) {
		this.leads.replace(request.read());
		return leads();
	}

}
