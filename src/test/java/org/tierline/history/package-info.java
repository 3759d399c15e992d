/**
 * Makes years of history within minutes, for tests and measurements at the size of a busy
 * company: cases that the product has carried itself are copied many times, with all that
 * the engine keeps of them.
 */
package org.tierline.history;
