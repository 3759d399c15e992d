package org.tierline.cases;

/** What part somebody has in a case: the contact who reported it, or in copy. */
public enum ParticipantRole implements Word {

	CONTACT, CC

}
