package org.tierline.patches;

import org.tierline.cases.Word;

/** What a release is to customers. */
public enum ReleaseKind implements Word {

	HOTFIX, PATCH, SERVICE_PACK

}
