package org.tierline.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part in the cases by mail. The contact does from the opening on. Addresses
 * are compared without regard to letter case. Every call joins the caller's transaction.
 */
public interface Participants {

	/** The contact first, then in the order of joining. */
	List<Participant> of(CaseNumber number);

	/** The same of many cases, case by case. */
	List<Participant> of(Collection<CaseNumber> numbers);

	/** The participant with that address. */
	Optional<Participant> find(CaseNumber number, String email);

	/** Whom the token in a reply address belongs to; letter case does not matter. */
	Optional<Participant> byToken(String token);

	/** Puts somebody in copy; who takes part already stays as they are. */
	void join(CaseNumber number, String email, String name);

	/**
	 * A mail came from that address: it works, and if it had bounced, letters go there
	 * again.
	 */
	void heardFrom(CaseNumber number, String email);

}
