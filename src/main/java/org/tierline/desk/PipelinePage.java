package org.tierline.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The board of the pipeline; its scripts read and plan over the API. Under a defect's
 * address it opens with that defect's facts: an address with a mark would lose it at the
 * login.
 */
@Controller
@Hidden
class PipelinePage {

	private final String page;

	private final String supportCase;

	PipelinePage() throws IOException {
		this.page = read("board/pipeline.html");
		this.supportCase = read("board/case.html");
	}

	private static String read(String page) throws IOException {
		return new ClassPathResource(page).getContentAsString(StandardCharsets.UTF_8);
	}

	@GetMapping(path = { "/board/pipeline", "/board/defects/{number}" },
			produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String show() {
		return this.page;
	}

	/** What the Case tab shows, for links to a case that has no task. */
	@GetMapping(path = "/board/cases/{number}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String showCase() {
		return this.supportCase;
	}

}
