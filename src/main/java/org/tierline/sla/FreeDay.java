package org.tierline.sla;

import java.time.LocalDate;

/**
 * A day on which a site does not work, whatever weekday it is.
 *
 * @param name of a public holiday; null: the site's own
 */
public record FreeDay(LocalDate date, String name) {
}
