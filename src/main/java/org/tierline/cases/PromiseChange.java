package org.tierline.cases;

import java.time.Instant;

/**
 * Something else is promised from then on.
 *
 * @param companyId whose plan or site has changed; null: the table, or neither
 * @param who a login, or {@link Casework#TIERLINE}
 */
public record PromiseChange(Instant at, Long companyId, String who, String why) {
}
