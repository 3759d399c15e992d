package org.tierline.cases;

/**
 * A case that a search found.
 *
 * @param supportCase the case
 * @param message the message that was hit, or null: the case's own facts were
 * @param html where the words stand, safe HTML with the words in {@code <mark>}
 */
public record Hit(SupportCase supportCase, Long message, double rank, String html) {
}
