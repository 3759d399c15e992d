/**
 * Outbound mail: the templates around what customers are told, and its delivery.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "cases", "customers", "sla" })
package org.tierline.letters;
