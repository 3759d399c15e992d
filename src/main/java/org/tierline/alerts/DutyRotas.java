package org.tierline.alerts;

import java.time.Instant;
import java.util.List;

/**
 * Who is on duty when. A rota is that of a group or of a tier's lead (tier1-lead).
 * Without a shift everybody is on duty; with shifts only those whose shift it is, and in
 * the gaps nobody.
 */
public interface DutyRotas {

	/** The shifts of a rota, earliest first. */
	List<Shift> of(String rota);

	/**
	 * Replaces the shifts of a rota.
	 * @throws NoSuchName if there is no such rota
	 * @throws org.tierline.cases.InputRefused naming every wrong shift
	 */
	void replace(String rota, List<Shift> shifts);

	/** From, and until but not including. */
	record Shift(String login, Instant from, Instant to) {

		boolean covers(Instant now) {
			return !this.from.isAfter(now) && this.to.isAfter(now);
		}

	}

}
