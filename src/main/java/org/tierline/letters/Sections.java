package org.tierline.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.letters.Copy.Part;

/**
 * The letters of several cases as the facts of one. Cases of which the same is to be said
 * stand together; an answer to the mail reaches the first case, the others name their
 * addresses.
 */
record Sections(Map<CaseNumber, CaseFile> files, MailSettings settings) {

	Map<String, Object> of(List<Part> parts) {
		Map<String, List<Part>> byText = new LinkedHashMap<>();
		parts.forEach((part) -> byText.computeIfAbsent(part.letter().body(), (text) -> new ArrayList<>()).add(part));
		List<Map<String, String>> sections = byText.entrySet()
			.stream()
			.map((same) -> section(same.getKey(), same.getValue(), parts.get(0)))
			.toList();
		return Map.of("count", String.valueOf(parts.size()), "sections", sections, "together",
				parts.stream().map((part) -> part.letter().number().value()).collect(Collectors.joining(", ")));
	}

	private Map<String, String> section(String text, List<Part> parts, Part first) {
		String cases = parts.stream().map(this::title).collect(Collectors.joining("\n"));
		String answers = parts.stream()
			.filter((part) -> part != first)
			.map(this::answer)
			.collect(Collectors.joining("\n"));
		return Map.of("cases", cases, "text", text, "answers", answers);
	}

	private String title(Part part) {
		CaseNumber number = part.letter().number();
		return number + ": " + this.files.get(number).supportCase().subject().replaceAll("\\s+", " ");
	}

	private String answer(Part part) {
		return "Answers about " + part.letter().number() + " to: " + this.settings.replyAddress(part.reader().token());
	}

}
