package org.tierline.cases;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * HTML that a stranger wrote, made harmless: text, tables and links stay; scripts, forms,
 * styles and whatever is loaded from elsewhere go.
 */
final class SafeHtml {

	private static final PolicyFactory MAIL = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS)
		.and(Sanitizers.TABLES)
		.and(new HtmlPolicyBuilder().allowElements("a")
			.allowUrlProtocols("https", "http", "mailto")
			.allowAttributes("href")
			.onElements("a")
			.requireRelsOnLinks("noopener", "noreferrer", "nofollow")
			.allowElements("pre", "hr")
			.toFactory());

	private SafeHtml() {
	}

	static String of(String html) {
		return (html != null) ? MAIL.sanitize(html).replace("\u0000", "") : null;
	}

}
