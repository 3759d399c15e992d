package org.tierline.intake.code;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.patches.DefectNumber;

import static org.assertj.core.api.Assertions.assertThat;

class MentionsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			Fixes DF-1001                                  | DF-1001                 | DF-1001
			fix df-1001: the decoder waits                 | DF-1001                 | DF-1001
			Resolved: DF-1001, DF-1002 and DF-1003.        | DF-1001 DF-1002 DF-1003 | DF-1001 DF-1002 DF-1003
			Closes DF-1001, and DF-1002                    | DF-1001 DF-1002         | DF-1001 DF-1002
			Prepares the fix of DF-1001                    | -                       | DF-1001
			Fixes DF-1001, see also DF-1002                | DF-1001                 | DF-1001 DF-1002
			prefixes DF-1001                               | -                       | DF-1001
			Fixes ADF-1001 and DF-12                       | -                       | -
			Fixes DF-10012345678901234567890               | -                       | -
			Nothing to see                                 | -                       | -
			""")
	void aTextFixesWhatItSaysItFixes(String text, String fixed, String all) {
		Mentions mentions = Mentions.in(text);
		assertThat(mentions.fixed()).containsExactlyElementsOf(numbers(fixed));
		assertThat(mentions.all()).containsExactlyElementsOf(numbers(all));
	}

	private static Iterable<DefectNumber> numbers(String text) {
		return (text != null) ? Stream.of(text.split(" ")).map(DefectNumber::new).toList() : java.util.List.of();
	}

}
