/**
 * Inbound doors: a message from outside becomes a case or a reply.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "alerts", "background", "cases", "customers",
		"letters", "lifecycle", "patches", "sla" })
package org.tierline.intake;
