package org.tierline.access;

import java.util.Set;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where each person's work is. */
@Controller
class Home {

	static final String TASKLIST = "/camunda/app/tasklist/default/";

	@GetMapping("/")
	String home(Authentication person) {
		return "redirect:" + of(AuthorityUtils.authorityListToSet(person.getAuthorities()));
	}

	private static String of(Set<String> groups) {
		if (groups.contains("GROUP_process-owners")) {
			return "/camunda/app/cockpit/default/";
		}
		return groups.contains("GROUP_integrations") ? "/swagger-ui.html" : TASKLIST;
	}

}
