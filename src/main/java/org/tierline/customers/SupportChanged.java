package org.tierline.customers;

/**
 * A company has another plan, or gained or lost priority updates; told in the transaction
 * that changes it.
 */
public record SupportChanged(long companyId) {
}
