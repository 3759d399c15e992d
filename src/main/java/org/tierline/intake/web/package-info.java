/**
 * The REST door of the contract: cases, companies, defects and releases over HTTP (R18).
 */
package org.tierline.intake.web;
