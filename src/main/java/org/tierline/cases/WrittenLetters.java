package org.tierline.cases;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Letters that no person writes: they answer nothing and stop no clock. */
@Component
class WrittenLetters {

	private final Conversation conversation;

	private final Clocks clocks;

	private final LetterTexts texts;

	private final Clock clock;

	WrittenLetters(Conversation conversation, Clocks clocks, LetterTexts texts, Clock clock) {
		this.conversation = conversation;
		this.clocks = clocks;
		this.texts = texts;
		this.clock = clock;
	}

	void write(SupportCase supportCase, Occasion occasion) {
		CaseNumber number = supportCase.number();
		CaseFile file = new CaseFile(supportCase, this.clocks.readings(number, this.clock.instant()), List.of(), null);
		tell(number, occasion, this.texts.text(occasion, file, Map.of()));
	}

	void tell(CaseNumber number, Occasion occasion, String body) {
		this.conversation.write(number, this.clock.instant(), Casework.TIERLINE, occasion, body);
	}

}
