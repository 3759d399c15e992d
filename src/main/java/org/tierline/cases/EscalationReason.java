package org.tierline.cases;

/** Why a case went to the next tier (R9). */
public enum EscalationReason implements Word {

	TARGET_RESOLUTION_TIME, REQUESTED

}
