package org.tierline.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All cases, to be read. What changes a case is a step of its process: see
 * {@link Casework}.
 */
public interface Cases {

	Optional<SupportCase> find(CaseNumber number);

	/**
	 * The case of that number.
	 * @throws NoSuchCase if there is none
	 */
	SupportCase get(CaseNumber number);

	/** The cases of those numbers, in no order; numbers without a case are left out. */
	List<SupportCase> all(Collection<CaseNumber> numbers);

	/**
	 * Locks the case until the transaction ends, so that two callers follow one another.
	 * @throws NoSuchCase if there is none
	 */
	SupportCase lock(CaseNumber number);

	/**
	 * Locks many cases, in the order of their numbers, so that nobody waits in a ring;
	 * numbers without a case are left out.
	 */
	List<SupportCase> lock(Collection<CaseNumber> numbers);

	/**
	 * The case with its clocks, escalations and resolution.
	 * @throws NoSuchCase if there is none
	 */
	CaseFile file(CaseNumber number);

	/** The same of many at once; numbers without a case are left out. */
	List<CaseFile> files(Collection<CaseNumber> numbers);

	/**
	 * Newest first, starting after the given case (null: from the newest).
	 * @param limit 1 to 200
	 */
	List<CaseFile> list(CaseFilter filter, CaseNumber after, int limit);

	/**
	 * The company of the newest case whose contact has that address. Those in copy do not
	 * count: anybody can put anybody in copy.
	 */
	Optional<String> companyOf(String email);

	/** The conversation, oldest first. */
	List<Message> messages(CaseNumber number);

	/**
	 * The newest part of the conversation before that message, oldest first.
	 * @param before id of a message, or null: up to the newest
	 */
	List<Message> messages(CaseNumber number, Long before, int limit);

	/**
	 * Why each clock of the case shows what it shows; targets that were never promised
	 * are absent.
	 */
	List<ClockLedger> clocks(CaseNumber number);

	/** What happened, oldest first. */
	List<TimelineEntry> timeline(CaseNumber number);

	/** The newest entries of the timeline, oldest first. */
	List<TimelineEntry> timeline(CaseNumber number, int limit);

	/** Another word whenever there is something new to see in the case. */
	String version(CaseNumber number);

}
