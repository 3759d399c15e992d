package org.tierline.cases;

/**
 * What a list of cases is narrowed by; each may be null.
 *
 * @param company the exact name
 * @param query words of number, subject, details, company or conversation
 */
public record CaseFilter(Status status, Tier tier, Integer severity, String company, String query) {
}
