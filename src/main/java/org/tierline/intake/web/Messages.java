package org.tierline.intake.web;

import java.net.URI;
import java.util.List;

import org.tierline.cases.Attachment;
import org.tierline.cases.Author;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.InputRefused;
import org.tierline.cases.Message;
import org.tierline.cases.NoSuchMessage;
import org.tierline.lifecycle.SupportCaseProcess;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Messages and their files: they come together, or not at all. */
@Service
class Messages {

	private final SupportCaseProcess process;

	private final Cases cases;

	private final Uploads uploads;

	Messages(SupportCaseProcess process, Cases cases, Uploads uploads) {
		this.process = process;
		this.cases = cases;
		this.uploads = uploads;
	}

	@Transactional
	ResponseEntity<Message> write(CaseNumber number, MessageRequest request, List<MultipartFile> files,
			Authentication who) {
		request.refuseInternalOfCustomer();
		if (request.byStaff()) {
			refuseUnlessStaff(who);
		}
		Message message = request.byStaff() ? this.process.staffWrites(number, request.body(), request.internal())
				: this.process.customerWrites(number, request.inbound());
		URI location = URI.create("/api/cases/" + message.number() + "/messages");
		List<Attachment> added = this.uploads.keep(message.number(), message.id(), files, message.who());
		return ResponseEntity.created(location).body(message.with(added));
	}

	/** Adds files to a message that has not gone out. */
	@Transactional
	List<Attachment> attach(CaseNumber number, long id, List<MultipartFile> files, Authentication who) {
		Message message = get(number, id);
		if (message.author() == Author.STAFF) {
			refuseUnlessStaff(who);
		}
		if (files.isEmpty()) {
			throw new InputRefused("files", "is required");
		}
		return this.uploads.keep(number, id, files, who.getName());
	}

	Message get(CaseNumber number, long id) {
		return this.cases.messages(number)
			.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> new NoSuchMessage(number, id));
	}

	private static void refuseUnlessStaff(Authentication who) {
		if (who.getAuthorities().stream().allMatch((group) -> group.getAuthority().equals("GROUP_integrations"))) {
			throw new AccessDeniedException("only staff write as staff");
		}
	}

}
