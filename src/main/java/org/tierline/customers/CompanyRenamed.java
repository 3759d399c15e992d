package org.tierline.customers;

/** A company has another name; told in the transaction that gives it. */
public record CompanyRenamed(Company before, Company after) {
}
