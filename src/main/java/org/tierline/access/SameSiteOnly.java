package org.tierline.access;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a browser send, whatever it carries: a browser adds
 * cookies and remembered passwords by itself. Following a link from elsewhere is fine.
 */
class SameSiteOnly extends OncePerRequestFilter {

	private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isFromAnotherSite(request) && !isLink(request)) {
			Problem.NOT_YOURS.answer(response);
			return;
		}
		chain.doFilter(request, response);
	}

	private static boolean isFromAnotherSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return site != null && OTHER_SITES.contains(site);
	}

	private static boolean isLink(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
	}

}
