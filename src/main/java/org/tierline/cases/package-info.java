/**
 * The support case: number, people, conversation, clocks, escalations, resolution,
 * timeline.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "customers", "sla" })
package org.tierline.cases;
