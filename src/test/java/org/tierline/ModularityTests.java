package org.tierline;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	@Test
	void everyRoomKnowsOnlyItsNeighbours() {
		ApplicationModules.of(TierlineApplication.class).verify();
	}

}
