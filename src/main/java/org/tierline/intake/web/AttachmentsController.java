package org.tierline.intake.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.tierline.cases.Attachment;
import org.tierline.cases.Attachments;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Message;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of the conversation over HTTP: always to be saved, never shown in place. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Attachments")
class AttachmentsController {

	private final Messages messages;

	private final Cases cases;

	private final Attachments attachments;

	AttachmentsController(Messages messages, Cases cases, Attachments attachments) {
		this.messages = messages;
		this.cases = cases;
		this.attachments = attachments;
	}

	@PostMapping(path = "/messages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Write a message with files",
			description = "Part message is the JSON, each part files a file of up to 25 MB, 50 MB together")
	ResponseEntity<Message> write(@PathVariable String number, @Valid @RequestPart("message") MessageRequest message,
			@RequestPart(name = "files", required = false) List<MultipartFile> files, Authentication who) {
		return this.messages.write(NoSuchNumber.read(number), message, orNone(files), who);
	}

	@PostMapping(path = "/messages/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Add files to a message", description = "To one that has not gone out to the customer")
	List<Attachment> attach(@PathVariable String number, @PathVariable String id,
			@RequestPart(name = "files", required = false) List<MultipartFile> files, Authentication who) {
		return this.messages.attach(NoSuchNumber.read(number), id(number, id), orNone(files), who);
	}

	@GetMapping("/messages/{id}/attachments")
	@Operation(summary = "The files of a message")
	List<Attachment> ofMessage(@PathVariable String number, @PathVariable String id) {
		return this.messages.get(NoSuchNumber.read(number), id(number, id)).attachments();
	}

	@GetMapping("/attachments")
	@Operation(summary = "All files of a case, oldest first")
	List<Attachment> ofCase(@PathVariable String number) {
		return this.attachments.of(this.cases.get(NoSuchNumber.read(number)).number());
	}

	/** Whatever a file says it is, no browser may run it under our name. */
	@GetMapping("/attachments/{id}")
	@Operation(summary = "Save a file")
	void read(@PathVariable String number, @PathVariable String id, HttpServletResponse response) throws IOException {
		CaseNumber known = NoSuchNumber.read(number);
		Attachment file = this.attachments.find(known, id(number, id))
			.orElseThrow(() -> new NoSuchAttachment(number, id));
		response.setContentType(harmless(file.type()));
		response.setContentLengthLong(file.size());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		this.attachments.write(file, response.getOutputStream());
	}

	private static String harmless(String type) {
		return type.matches(".*(html|svg|script).*|.*[/+]xml|multipart/.*") ? MediaType.APPLICATION_OCTET_STREAM_VALUE
				: type;
	}

	private static long id(String number, String text) {
		return Optional.of(text)
			.filter((t) -> t.matches("[0-9]{1,18}"))
			.map(Long::valueOf)
			.orElseThrow(() -> new NoSuchAttachment(number, text));
	}

	private static List<MultipartFile> orNone(List<MultipartFile> files) {
		return (files != null) ? files : List.of();
	}

	/** There is no such file in that case. */
	static class NoSuchAttachment extends RuntimeException {

		NoSuchAttachment(String number, String id) {
			super("Case " + number + " has no " + id);
		}

	}

}
