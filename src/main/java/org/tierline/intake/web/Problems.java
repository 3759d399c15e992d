package org.tierline.intake.web;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.tierline.alerts.NoSuchName;
import org.tierline.cases.Attachments;
import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;
import org.tierline.cases.NoSuchCase;
import org.tierline.cases.NoSuchMessage;
import org.tierline.cases.StateForbids;
import org.tierline.customers.CompanyExists;
import org.tierline.customers.CompanyRefused;
import org.tierline.patches.NoSuchDefect;
import org.tierline.patches.NoSuchRelease;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * What goes wrong under /api, in one shape: RFC 9457 with {@code errors}, which name
 * every wrong field.
 */
@RestControllerAdvice(basePackages = "org.tierline")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	@ExceptionHandler
	ProblemDetail refused(InputRefused ex) {
		return problem(HttpStatus.BAD_REQUEST, "The input cannot be taken; errors names what to mend.", ex.problems());
	}

	@ExceptionHandler
	ProblemDetail refused(CompanyRefused ex) {
		return refused(
				new InputRefused(ex.problems().stream().map((p) -> new FieldProblem(p.field(), p.message())).toList()));
	}

	@ExceptionHandler({ NoSuchCase.class, NoSuchNumber.class, NoSuchMessage.class,
			AttachmentsController.NoSuchAttachment.class, CompaniesController.NoSuchCompany.class, NoSuchDefect.class,
			NoSuchRelease.class, NoSuchName.class })
	ProblemDetail unknown(RuntimeException ex) {
		return problem(HttpStatus.NOT_FOUND, ex.getMessage(), List.of());
	}

	@ExceptionHandler({ StateForbids.class, CompanyExists.class })
	ProblemDetail forbidden(RuntimeException ex) {
		return problem(HttpStatus.CONFLICT, ex.getMessage(), List.of());
	}

	@ExceptionHandler
	ProblemDetail tooLarge(Attachments.TooLarge ex) {
		return problem(HttpStatus.PAYLOAD_TOO_LARGE, ex.getMessage(), List.of());
	}

	@ExceptionHandler({ ConcurrencyFailureException.class, DuplicateKeyException.class })
	ProblemDetail overtaken(RuntimeException ex) {
		return problem(HttpStatus.CONFLICT, "Somebody else changed this at the same moment; try again.", List.of());
	}

	/** The doors answer these themselves. */
	@ExceptionHandler
	void denied(AccessDeniedException ex) {
		throw ex;
	}

	@ExceptionHandler
	ProblemDetail failed(Exception ex) {
		if (lostRace(ex)) {
			return overtaken(null);
		}
		String id = UUID.randomUUID().toString();
		LOG.error("A call failed [{}]", id, ex);
		return problem(HttpStatus.INTERNAL_SERVER_ERROR,
				"This should not have happened; nothing was changed. The log has it under " + id + ".", List.of());
	}

	@Override
	protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(refused(new InputRefused(Violations.of(ex.getBindingResult()))), headers);
	}

	@Override
	protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(refused(new InputRefused(List.of(unreadable(ex.getCause())))), headers);
	}

	@Override
	protected ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(broken(ex), headers);
	}

	/**
	 * Who reads the form first meets its limit; the container says so in its own words.
	 */
	@ExceptionHandler
	ProblemDetail broken(MultipartException ex) {
		boolean tooLarge = ex instanceof MaxUploadSizeExceededException
				|| String.valueOf(ex.getMostSpecificCause().getMessage()).contains("exceeds its maximum");
		return tooLarge
				? problem(HttpStatus.PAYLOAD_TOO_LARGE,
						"A file may have 25 MB, the files of a message may have 50 MB together.", List.of())
				: refused(new InputRefused("body", "is no form with files that can be read"));
	}

	@Override
	protected ResponseEntity<Object> handleExceptionInternal(Exception ex, Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		HttpStatus known = HttpStatus.valueOf(status.value());
		String detail = (body instanceof ProblemDetail problem) ? problem.getDetail() : known.getReasonPhrase();
		return answer(problem(known, detail, List.of()), headers);
	}

	private static FieldProblem unreadable(Throwable cause) {
		if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
			return new FieldProblem(JsonPath.of(mapping.getPath()), "has the wrong type");
		}
		if (cause instanceof JsonProcessingException json && json.getLocation() != null) {
			return new FieldProblem("body", "is not JSON: line " + json.getLocation().getLineNr() + ", column "
					+ json.getLocation().getColumnNr());
		}
		return new FieldProblem("body", "is required");
	}

	/** Known by name: the engine's classes stay in the engine's rooms. */
	private static boolean lostRace(Throwable ex) {
		return ex != null && (ex.getClass().getSimpleName().equals("OptimisticLockingException") || inDatabase(ex)
				|| lostRace(ex.getCause()));
	}

	/** A deadlock, or rows that somebody else has deleted or still uses. */
	private static boolean inDatabase(Throwable ex) {
		return ex instanceof SQLException sql
				&& ("40P01".equals(sql.getSQLState()) || "23503".equals(sql.getSQLState()));
	}

	static ProblemDetail problem(HttpStatus status, String detail, List<FieldProblem> errors) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setProperty("errors", errors);
		return problem;
	}

	private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
		HttpHeaders all = new HttpHeaders();
		all.addAll(headers);
		all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return new ResponseEntity<>(problem, all, HttpStatus.valueOf(problem.getStatus()));
	}

}
