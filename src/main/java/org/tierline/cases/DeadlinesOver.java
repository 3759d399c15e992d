package org.tierline.cases;

import java.util.List;

/**
 * Deadlines that had been warned of or breached are of no interest any more; told in the
 * transaction that moves the clocks, for all of them at once.
 */
public record DeadlinesOver(List<DeadlineOver> all) {
}
