package org.tierline.customers;

/** The name of a new company is taken. */
public class CompanyExists extends RuntimeException {

	public CompanyExists(String name) {
		super("There is a company " + name + " already");
	}

}
