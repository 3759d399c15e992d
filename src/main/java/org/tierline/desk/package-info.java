/**
 * What staff see beside a form: the case tab, drafts, presence, canned texts, the board
 * of the pipeline.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "cases", "customers", "lifecycle", "patches", "sla" })
package org.tierline.desk;
