package org.tierline.engine;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormTextTests {

	@Test
	void noMarkUpOfACustomerComesToLife() {
		assertThat(FormText.escape("# <img src=x> [a](http://x) *b* {{c}} & `d`")).doesNotContain("#" + " ", "<", ">",
				"[", "]", "(", ")", "*", "{", "}", "`", "://", "& ");
	}

	@Test
	void wordsLineBreaksAndIndentsStay() {
		assertThat(FormText.escape("Grüße aus Köln\n\n  zwei")).isEqualTo("Grüße aus Köln\n\n&#160;&#160;zwei");
		assertThat(FormText.escape(null)).isEmpty();
	}

}
