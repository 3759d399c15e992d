package org.tierline.alerts;

import java.util.Map;
import java.util.Optional;

import org.tierline.cases.Tier;

/** Who leads each tier. */
public interface Leads {

	Optional<String> of(Tier tier);

	/**
	 * Replaces the leads: logins by tier, absent where there is none.
	 * @throws org.tierline.cases.InputRefused naming every tier whose lead is unknown
	 */
	void replace(Map<Tier, String> leads);

}
