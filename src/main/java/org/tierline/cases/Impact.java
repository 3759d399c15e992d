package org.tierline.cases;

/** Who is affected; with the urgency it makes the severity. */
public enum Impact implements Word {

	EVERYONE, SEVERAL, ONE

}
