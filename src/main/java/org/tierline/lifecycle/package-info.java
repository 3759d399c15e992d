/**
 * The engine room: the support process as business words, one class per service task.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "alerts", "cases", "customers", "engine", "patches", "sla" })
package org.tierline.lifecycle;
