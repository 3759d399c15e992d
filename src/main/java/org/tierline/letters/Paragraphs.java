package org.tierline.letters;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/** A plain text as HTML: paragraphs, line ends and links; nothing of it is markup. */
final class Paragraphs {

	private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)]");

	private Paragraphs() {
	}

	static String of(String text) {
		return Arrays.stream(text.strip().split("\\R\\s*\\R"))
			.map((paragraph) -> "<p style=\"margin:0 0 14px\">" + lines(paragraph) + "</p>")
			.collect(Collectors.joining("\n"));
	}

	private static String lines(String paragraph) {
		StringBuilder html = new StringBuilder();
		Matcher link = LINK.matcher(paragraph);
		int end = 0;
		while (link.find()) {
			html.append(escaped(paragraph.substring(end, link.start())));
			html.append("<a href=\"%1$s\" style=\"color:#1f6feb\">%1$s</a>".formatted(escaped(link.group())));
			end = link.end();
		}
		return html.append(escaped(paragraph.substring(end))).toString().replaceAll("\\R", "<br>\n");
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
