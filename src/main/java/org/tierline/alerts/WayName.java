package org.tierline.alerts;

import org.tierline.cases.Word;

/** A way by which somebody is told. */
public enum WayName implements Word {

	MAIL, WEB_HOOK

}
