/**
 * What staff see of a case beside its form: the case tab, drafts, presence, canned texts.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "cases", "customers", "lifecycle", "patches", "sla" })
package org.tierline.desk;
