package org.tierline.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The board of the pipeline; its scripts read and plan over the API. */
@Controller
@Hidden
class PipelinePage {

	private final String page;

	PipelinePage() throws IOException {
		this.page = new ClassPathResource("board/pipeline.html").getContentAsString(StandardCharsets.UTF_8);
	}

	@GetMapping(path = "/board/pipeline", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String show() {
		return this.page;
	}

}
