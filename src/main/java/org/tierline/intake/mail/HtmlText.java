package org.tierline.intake.mail;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import org.springframework.web.util.HtmlUtils;

/** The text that a reader of HTML would see. */
final class HtmlText {

	private static final PolicyFactory BLOCKS = new HtmlPolicyBuilder()
		.allowElements("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "blockquote")
		.toFactory();

	/** More than anybody reads; the rest is in the HTML. */
	private static final int LONGEST = 2_000_000;

	private HtmlText() {
	}

	static String of(String html) {
		String blocks = BLOCKS.sanitize(html.substring(0, Math.min(html.length(), LONGEST)).replaceAll("\\s+", " "));
		String lines = blocks.replaceAll("<br ?/?>|</(?:p|div|tr|li|h[1-4]|blockquote)>", "\n")
			.replaceAll("<[^>]*>", "");
		return HtmlUtils.htmlUnescape(lines)
			.replace('\u00a0', ' ')
			.replaceAll("[ \\t]*\n[ \\t]*", "\n")
			.replaceAll("\n{3,}", "\n\n")
			.strip();
	}

}
