package org.tierline.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The one login page of the product. */
@Controller
class LoginPage {

	private final String page;

	LoginPage() throws IOException {
		this.page = new ClassPathResource("access/login.html").getContentAsString(StandardCharsets.UTF_8);
	}

	@GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String show(CsrfToken token, @RequestParam(required = false) String error,
			@RequestParam(required = false) String logout) {
		return html(token,
				(error != null) ? "Login or password is wrong." : (logout != null) ? "You are logged out." : "");
	}

	/** The page with a message; the texts are our own, nothing of the caller is shown. */
	String html(CsrfToken token, String message) {
		return this.page.replace("{csrf-name}", token.getParameterName())
			.replace("{csrf}", token.getToken())
			.replace("{message}", message);
	}

}
