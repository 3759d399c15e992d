package org.tierline.intake.mail;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.tierline.cases.InputRefused;
import org.tierline.cases.StateForbids;
import org.tierline.cases.Word;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

	private final MailReview review;

	private final Clerk clerk;

	InboundMailController(InboundMails mails, MailReview review, Clerk clerk) {
		this.mails = mails;
		this.review = review;
		this.clerk = clerk;
	}

	@GetMapping
	@Operation(summary = "The newest 200 mails in a state",
			description = "received, done, put-aside (the default) or ignored, each with why")
	List<InboundMail> list(@RequestParam(defaultValue = "put-aside") String state) {
		MailState asked = Word.find(MailState.class, state)
			.orElseThrow(() -> new InputRefused("state", "is not one of received, done, put-aside, ignored"));
		return this.review.in(asked, MOST);
	}

	@PostMapping("/{id}/release")
	@Operation(summary = "File a mail that was put aside or ignored, whatever it was put aside for")
	InboundMail release(@PathVariable String id, Authentication who) {
		InboundMail mail = find(id);
		if (!this.review.release(mail.id(), who.getName())) {
			throw new StateForbids("The mail is " + mail.state().code() + ((mail.state() == MailState.PUT_ASIDE)
					? ", and only its headers are kept: open the case by hand" : ": there is nothing to release"));
		}
		this.clerk.wake();
		return find(id);
	}

	@PostMapping("/{id}/dismissal")
	@Operation(summary = "Dismiss a mail that was put aside", description = "It is ignored then, and could be released")
	InboundMail dismiss(@PathVariable String id, @RequestBody Dismissal dismissal, Authentication who) {
		InboundMail mail = find(id);
		if (!this.review.dismiss(mail.id(), who.getName(), dismissal.checked())) {
			throw new StateForbids("The mail is " + mail.state().code() + ": only what is put aside can be dismissed");
		}
		return find(id);
	}

	/** It may be hostile: to be saved, and never shown in place. */
	@GetMapping("/{id}/raw")
	@Operation(summary = "Save a mail as it came", description = "Its headers alone if it was too large to be kept")
	ResponseEntity<byte[]> raw(@PathVariable String id) {
		InboundMail mail = find(id);
		byte[] raw = this.mails.raw(mail.id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"The mail is filed: it lies as it came in the mailbox"));
		String name = "mail-" + mail.id() + ((raw.length < mail.size()) ? "-headers.eml" : ".eml");
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("message/rfc822"))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(raw);
	}

	private InboundMail find(String id) {
		return Optional.of(id)
			.filter((digits) -> digits.matches("[0-9]{1,18}"))
			.flatMap((digits) -> this.review.find(Long.parseLong(digits)))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no mail " + id));
	}

}
