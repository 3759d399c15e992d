/**
 * Defects, their ranks, releases and deliveries: the Tier 3 pipeline's memory (R13-R15).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "cases", "customers", "sla" })
package org.tierline.patches;
