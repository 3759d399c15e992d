/**
 * Who is told that a target is about to pass or has passed, in which order and by which
 * way, until somebody acknowledges it (hierarchical escalation).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "background", "cases", "customers", "sla" })
package org.tierline.alerts;
