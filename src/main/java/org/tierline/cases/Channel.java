package org.tierline.cases;

/** The door a case came through (R2). */
public enum Channel implements Word {

	WEB, EMAIL, CHAT, PHONE, API

}
