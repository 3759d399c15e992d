package org.tierline.patches;

import org.tierline.cases.Word;

/** What should carry a defect's fix, as its rank has it. */
public enum Vehicle implements Word {

	HOTFIX, PATCH, SERVICE_PACK

}
