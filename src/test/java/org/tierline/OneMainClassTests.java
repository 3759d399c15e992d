package org.tierline;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OneMainClassTests {

	/** {@code mvn spring-boot:test-run} looks for the one main class of the tests. */
	@Test
	void theDevelopmentRunIsTheOnlyMainClassOfTheTests() {
		assertThat(new ClassFileImporter().importPath("target/test-classes")
			.stream()
			.filter((type) -> type.tryGetMethod("main", String[].class).isPresent())
			.map(JavaClass::getName)).containsExactly(TierlineDevelopment.class.getName());
	}

}
