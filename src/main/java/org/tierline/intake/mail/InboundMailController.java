package org.tierline.intake.mail;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.tierline.cases.InputRefused;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Word;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Incoming mail over HTTP: what was put aside waits here for a person. */
@RestController
@RequestMapping("/api/inbound-mail")
@Tag(name = "Incoming mail")
class InboundMailController {

	private static final int MOST = 200;

	private final InboundMails mails;

	private final Clerk clerk;

	InboundMailController(InboundMails mails, Clerk clerk) {
		this.mails = mails;
		this.clerk = clerk;
	}

	@GetMapping
	@Operation(summary = "The newest 200 mails in a state",
			description = "received, done, put-aside (the default) or ignored, each with why")
	List<InboundMail> list(@RequestParam(defaultValue = "put-aside") String state) {
		MailState asked = Word.find(MailState.class, state)
			.orElseThrow(() -> new InputRefused("state", "is not one of received, done, put-aside, ignored"));
		return this.mails.in(asked, MOST);
	}

	@PostMapping("/{id}/release")
	@Operation(summary = "File a mail that was put aside or ignored, whatever it was put aside for")
	InboundMail release(@PathVariable String id) {
		InboundMail mail = find(id);
		if (!this.mails.release(mail.id())) {
			throw new StateForbids("The mail is " + mail.state().code() + ((mail.state() == MailState.PUT_ASIDE)
					? ", and only its headers are kept: open the case by hand" : ": there is nothing to release"));
		}
		this.clerk.wake();
		return find(id);
	}

	private InboundMail find(String id) {
		return Optional.of(id)
			.filter((digits) -> digits.matches("[0-9]{1,18}"))
			.flatMap((digits) -> this.mails.find(Long.parseLong(digits)))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no mail " + id));
	}

}
