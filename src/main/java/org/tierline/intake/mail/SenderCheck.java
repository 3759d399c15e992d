package org.tierline.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.InternetHeaders;

/**
 * What our own mail server found out about a sender and wrote into the header
 * {@code Authentication-Results} (RFC 8601). Only what stands under its name counts:
 * anybody may write such a header.
 */
final class SenderCheck {

	private static final int MOST_HEADERS = 20;

	private static final int LONGEST_HEADER = 10_000;

	private static final Pattern SERVER = Pattern.compile("\\s*\"?([^\\s\";]+)\"?(?:\\s+\\d+)?\\s*");

	private static final Pattern RESULT = Pattern.compile(
			"\\s*(spf|dkim|dmarc)\\s*(?:/\\s*\\d+\\s*)?=\\s*(\\w+)\\b(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern DOMAIN = Pattern
		.compile("\\b(?:smtp\\.mailfrom|smtp\\.helo|header\\.[di])\\s*=\\s*\"?(?:[^\\s\";@]*@)?([^\\s\";@]+)");

	private final List<Result> results;

	private SenderCheck(List<Result> results) {
		this.results = results;
	}

	/** What the server of that name has found out; empty: there is no such server. */
	static SenderCheck of(InternetHeaders headers, String server) {
		List<Result> results = new ArrayList<>();
		String[] all = server.isBlank() ? null : headers.getHeader("Authentication-Results");
		for (int i = 0; all != null && i < Math.min(all.length, MOST_HEADERS); i++) {
			results.addAll(read(all[i], server));
		}
		return new SenderCheck(results);
	}

	/**
	 * Why that sender may be somebody else; empty if it is not known or well. A verdict
	 * by DMARC decides; without one, SPF or DKIM has failed, and neither vouches for the
	 * sender's domain.
	 */
	Optional<String> doubt(String sender) {
		String domain = sender.substring(sender.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
		Optional<Result> dmarc = this.results.stream()
			.filter((one) -> one.is("dmarc") && (one.passed() || one.failed()))
			.reduce((one, other) -> one.failed() ? one : other);
		if (dmarc.isPresent()) {
			return dmarc.filter(Result::failed).map(Result::words);
		}
		boolean vouched = this.results.stream().anyMatch((one) -> one.passed() && one.isOf(domain));
		return vouched ? Optional.empty()
				: this.results.stream()
					.filter(Result::failed)
					.map(Result::words)
					.reduce((one, other) -> one + ", " + other);
	}

	private static List<Result> read(String header, String server) {
		String[] parts = withoutComments(Headers.cut(header, LONGEST_HEADER)).split(";");
		Matcher name = SERVER.matcher(parts[0]);
		List<Result> found = new ArrayList<>();
		if (name.matches() && name.group(1).equalsIgnoreCase(server.strip())) {
			for (int i = 1; i < parts.length; i++) {
				Matcher result = RESULT.matcher(parts[i]);
				if (result.matches()) {
					found.add(Result.of(result));
				}
			}
		}
		return found;
	}

	/** Comments may stand everywhere, also one in another; a text may stand in quotes. */
	private static String withoutComments(String header) {
		StringBuilder rest = new StringBuilder();
		int depth = 0;
		boolean quoted = false;
		for (int i = 0; i < header.length(); i++) {
			char c = header.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == '"' && depth == 0) {
				quoted = !quoted;
			}
			else if (!quoted && (c == '(' || (c == ')' && depth > 0))) {
				depth += (c == '(') ? 1 : -1;
			}
			else if (depth == 0) {
				rest.append((quoted && c == ';') ? ' ' : c);
			}
		}
		return rest.toString();
	}

	/**
	 * One result.
	 *
	 * @param domain whom it is about, or null if the server does not say
	 */
	private record Result(String method, String value, String domain) {

		static Result of(Matcher match) {
			Matcher domain = DOMAIN.matcher(match.group(3).toLowerCase(Locale.ROOT));
			return new Result(match.group(1).toLowerCase(Locale.ROOT), match.group(2).toLowerCase(Locale.ROOT),
					domain.find() ? domain.group(1) : null);
		}

		boolean is(String other) {
			return this.method.equals(other);
		}

		boolean passed() {
			return this.value.equals("pass");
		}

		boolean failed() {
			return this.value.equals("fail") || (this.value.equals("softfail") && is("spf"));
		}

		/** The same domain, or one below the other: an evil one may pass for itself. */
		boolean isOf(String sender) {
			return this.domain == null || sender.equals(this.domain) || sender.endsWith("." + this.domain)
					|| this.domain.endsWith("." + sender);
		}

		String words() {
			return this.method + "=" + this.value;
		}

	}

}
