package org.tierline.patches;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

/**
 * Requests to tell all that wait for a defect where it stands, now. Each case is told
 * once for a request: its notice is a row that is done once (R21).
 */
public interface ProgressRequests {

	/**
	 * Keeps a request and a notice for each case that waits; lock the defect before.
	 * @param key of the caller, or null: the same key makes no second request
	 * @throws org.tierline.cases.StateForbids if nobody waits, or if the key was used for
	 * another defect
	 */
	Request ask(DefectNumber number, String who, String key);

	/** The newest request of a defect and how far it is. */
	Optional<Request> newest(DefectNumber number);

	/** How many cases wait to be told of the defect. */
	int waiting(DefectNumber number);

	/** The case that waits longest. */
	Optional<CaseNumber> first(DefectNumber number);

	/**
	 * Notices that are to be told, of one request: all cases of some recipients, so that
	 * nobody gets two mails.
	 * @param recipients how many
	 */
	Optional<Due> due(int recipients);

	/**
	 * Those of the locked cases that are still to be told for the request and still wait
	 * for its defect; the others are done without.
	 */
	List<CaseNumber> claim(Due due);

	/** A report went to these cases: whatever request waits for it has it. */
	void told(Collection<CaseNumber> numbers);

	/** It could not be told; nobody tries again. */
	void failed(Due due, String why);

	/**
	 * A request.
	 *
	 * @param cases how many waited
	 * @param told how many of them were told
	 * @param open how many are still to be told
	 */
	record Request(long id, DefectNumber defect, Instant at, String who, int cases, int told, int open) {
	}

	/** Cases that are to be told for a request. */
	record Due(long request, DefectNumber defect, String who, List<CaseNumber> cases) {

		/** The same in two parts. */
		public List<Due> halves() {
			int middle = this.cases.size() / 2;
			return List.of(new Due(this.request, this.defect, this.who, this.cases.subList(0, middle)),
					new Due(this.request, this.defect, this.who, this.cases.subList(middle, this.cases.size())));
		}

	}

}
