/**
 * Targets, working-time calendars and clocks: pure arithmetic of promises (R20).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.tierline.sla;
