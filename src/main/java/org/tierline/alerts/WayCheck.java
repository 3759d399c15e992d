package org.tierline.alerts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.tierline.cases.FieldProblem;
import org.tierline.cases.InputRefused;

/** Whether somebody's contact ways can lead to anybody. */
record WayCheck(List<String> mail, String webHook, String secret, boolean secretKept) {

	private static final int MOST = 20;

	private static final int LEAST_SECRET = 16;

	void refuseWrong(Outside outside) {
		List<FieldProblem> problems = new ArrayList<>();
		checkMail(problems);
		checkWebHook(problems, outside);
		checkSecret(problems);
		if (!problems.isEmpty()) {
			throw new InputRefused(problems);
		}
	}

	private void checkMail(List<FieldProblem> problems) {
		if (this.mail.size() > MOST) {
			problems.add(new FieldProblem("mail", "has more than " + MOST + " addresses"));
			return;
		}
		for (int i = 0; i < this.mail.size(); i++) {
			if (!isMailAddress(this.mail.get(i))) {
				problems.add(new FieldProblem("mail[" + i + "]", "must be an e-mail address"));
			}
		}
	}

	private void checkWebHook(List<FieldProblem> problems, Outside outside) {
		if (this.webHook != null && !isWebAddress(this.webHook)) {
			problems.add(new FieldProblem("webHook",
					"must be an http or https URL without user and fragment, at most 2000 characters"));
		}
		else if (this.webHook != null && outside.isClosedTo(URI.create(this.webHook))) {
			problems.add(new FieldProblem("webHook",
					"leads to an internal address, which tierline.alerts.web-hook-allowed-networks does not name"));
		}
	}

	private void checkSecret(List<FieldProblem> problems) {
		if (this.secret != null && this.webHook == null) {
			problems.add(new FieldProblem("secret", "is of use with a webHook only"));
		}
		else if (this.secret != null
				&& (this.secret.length() < LEAST_SECRET || this.secret.length() > 200 || this.secret.indexOf(0) >= 0)) {
			problems.add(new FieldProblem("secret", "must have " + LEAST_SECRET + " to 200 characters"));
		}
		else if (this.secret == null && this.webHook != null && !this.secretKept) {
			problems.add(new FieldProblem("secret", "is required"));
		}
	}

	private static boolean isMailAddress(String text) {
		if (text == null) {
			return false;
		}
		try {
			InternetAddress address = new InternetAddress(text.strip(), true);
			return address.getAddress().equals(text.strip()) && text.length() <= 254 && text.contains("@");
		}
		catch (AddressException ex) {
			return false;
		}
	}

	private static boolean isWebAddress(String text) {
		try {
			URI uri = new URI(text);
			return text.length() <= 2000 && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
					&& uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
