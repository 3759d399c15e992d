/**
 * Outbound mail: the templates around what customers are told, and its delivery.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "background", "cases", "customers", "sla" })
package org.tierline.letters;
