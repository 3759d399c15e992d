/**
 * Companies, their sites and support plans: whom we promised what (R1).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.tierline.customers;
