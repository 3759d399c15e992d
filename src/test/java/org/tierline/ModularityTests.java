package org.tierline;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ModularityTests {

	@Test
	void everyRoomKnowsOnlyItsNeighbours() {
		ApplicationModules.of(TierlineApplication.class).verify();
	}

	@Test
	void onlyTheEngineRoomsKnowTheEngine() {
		JavaClasses product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.tierline");
		noClasses().that()
			.resideOutsideOfPackages("org.tierline.lifecycle..", "org.tierline.engine..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda..")
			.check(product);
		noClasses().that()
			.resideInAPackage("org.tierline.sla..")
			.and()
			.doNotHaveSimpleName("package-info")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "org.camunda..")
			.check(product);
	}

}
