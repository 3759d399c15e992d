package org.tierline.lifecycle;

import java.util.Collection;

import org.tierline.cases.CaseNumber;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.NewRelease;
import org.tierline.patches.Release;
import org.tierline.patches.Track;
import org.tierline.patches.Vehicle;

/**
 * The processes that carry defects and releases, in business words. Each call is one
 * transaction (or joins the caller's). Unknown numbers and names throw
 * {@link org.tierline.patches.NoSuchDefect} and
 * {@link org.tierline.patches.NoSuchRelease}, what the state forbids
 * {@link org.tierline.cases.StateForbids}.
 */
public interface PatchPipeline {

	/**
	 * Plans a release; somebody is asked to approve it at once.
	 * @throws org.tierline.cases.InputRefused naming every wrong field
	 * @throws org.tierline.patches.ReleaseExists if the name is taken
	 */
	Release plan(NewRelease release);

	/**
	 * Plans a defect for a release: answers the open task, or is remembered until the fix
	 * is verified.
	 */
	default Release planDefect(String release, DefectNumber number) {
		return planDefect(release, number, null);
	}

	/**
	 * The same for a release that may be frozen already.
	 * @param reason why the defect must go in all the same, or null
	 * @throws org.tierline.cases.StateForbids if it is frozen and there is no reason
	 */
	Release planDefect(String release, DefectNumber number, String reason);

	/**
	 * Writes what customers shall read about a release that is still to come.
	 * @param notes null: what its defects say
	 * @throws org.tierline.cases.StateForbids if the release is published
	 */
	Release note(String release, String notes);

	/**
	 * The fix is there, as the developers' tools say: answers the open task to develop
	 * it.
	 * @param note where it is
	 * @return false if nobody is asked to develop it now: then nothing happens
	 */
	boolean fixed(DefectNumber number, String note);

	/**
	 * Takes a defect out of a release that is still to come: if its fix is verified,
	 * somebody is asked anew which release brings it. Nothing happens when it is not in
	 * the release.
	 * @throws org.tierline.cases.StateForbids if the release is published
	 */
	Release withdrawDefect(String release, DefectNumber number);

	/**
	 * Publishes an approved release, which is then delivered to every waiting case; of a
	 * published one nothing happens again.
	 * @throws org.tierline.cases.StateForbids if it is not approved, or naming the
	 * defects that are not verified
	 */
	Release publish(String release);

	/**
	 * Takes a release back. Its defects are planned anew, and the release that brings
	 * them then goes also to those who got this one. Of a withdrawn release nothing
	 * happens again.
	 */
	Release withdraw(String release, String reason);

	/**
	 * A released fix did not help a case, which waits for it anew: it is developed again.
	 * @throws org.tierline.cases.StateForbids while the release is being queued for the
	 * cases
	 */
	void reopen(DefectNumber number, String reason);

	/**
	 * Tries at once what could not be delivered.
	 * @param supportCase null: to all cases
	 * @return how many deliveries
	 */
	int retry(String release, CaseNumber supportCase);

	/**
	 * Overrules the table {@code patch-priority}, until it is overruled anew or taken
	 * back; what is null the table decides, all three: it is taken back.
	 * @param rank 1 (first) to 99
	 * @throws org.tierline.cases.StateForbids once it is released or rejected
	 */
	void overrule(DefectNumber number, Integer rank, Vehicle vehicle, Track track, String reason);

	/**
	 * Ranks a defect anew: cases were tied, untied or revised. Call it after the change;
	 * nothing happens once the defect is released or rejected, or when nobody waits. If
	 * its fix is verified, companies with priority updates among them get it at once
	 * (R15).
	 */
	void defectChanged(DefectNumber number);

	/**
	 * Who waits for these defects may have other plans: those of which the ranking was
	 * decided from something else are ranked anew, in the order of their numbers.
	 */
	void demandChanged(Collection<DefectNumber> numbers);

}
