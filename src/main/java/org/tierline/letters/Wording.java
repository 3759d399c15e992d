package org.tierline.letters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.LetterTexts;
import org.tierline.cases.Occasion;
import org.tierline.cases.Outgoing;

import org.springframework.stereotype.Component;

/** Words letters with the template of their occasion. */
@Component
class Wording implements LetterTexts {

	/** A person writes the text of these; the template is put around it. */
	private static final List<Occasion> BY_PEOPLE = List.of(Occasion.ANSWERED, Occasion.ASKED, Occasion.RESOLVED);

	/** Around the letters of several cases. */
	private static final String TOGETHER = "progress-reports.txt";

	private final Templates templates;

	private final CaseFacts caseFacts;

	Wording(Templates templates, CaseFacts caseFacts) {
		this.templates = templates;
		this.caseFacts = caseFacts;
	}

	@Override
	public String text(Occasion occasion, CaseFile file, Map<String, Object> more) {
		Map<String, Object> facts = new HashMap<>(this.caseFacts.of(file));
		facts.putAll(more);
		return this.templates.word(fileOf(occasion), Template::read, (template) -> template.text(facts));
	}

	/** What that reader gets: a letter, or those of several cases in one. */
	Letter letter(Copy copy, Map<CaseNumber, CaseFile> files, MailSettings settings) {
		Outgoing first = copy.letter();
		CaseFile file = files.get(first.number());
		return (copy.parts().size() > 1) ? together(file, new Sections(files, settings).of(copy.parts()))
				: letter(first.occasion(), file, first.body());
	}

	private Letter together(CaseFile first, Map<String, Object> sections) {
		Map<String, Object> facts = new HashMap<>(this.caseFacts.of(first));
		facts.putAll(sections);
		facts.put("subject", this.templates.word(TOGETHER, Template::read, (template) -> template.subject(facts)));
		facts.put("text", this.templates.word(TOGETHER, Template::read, (template) -> template.text(facts)));
		return framed(first, (String) facts.get("subject"), facts);
	}

	/**
	 * What is around the text is the template's; the rest was worded when it was written.
	 */
	Letter letter(Occasion occasion, CaseFile file, String body) {
		Map<String, Object> facts = new HashMap<>(this.caseFacts.of(file));
		facts.put("text", body);
		String subject = this.templates.word(fileOf(occasion), Template::read, (template) -> template.subject(facts));
		if (BY_PEOPLE.contains(occasion)) {
			facts.put("text",
					this.templates.word(fileOf(occasion), Template::read, (template) -> template.text(facts)));
		}
		facts.put("together", null);
		return framed(file, subject, facts);
	}

	private Letter framed(CaseFile file, String subject, Map<String, Object> facts) {
		facts.put("paragraphs", Paragraphs.of((String) facts.get("text")));
		return new Letter("[" + file.supportCase().number() + "] " + subject,
				this.templates.word("frame.txt", Template.PLAIN::compile, (frame) -> frame.execute(facts)),
				this.templates.word("frame.html", Letter.HTML::compile, (frame) -> frame.execute(facts)));
	}

	private static String fileOf(Occasion occasion) {
		return occasion.code() + ".txt";
	}

}
