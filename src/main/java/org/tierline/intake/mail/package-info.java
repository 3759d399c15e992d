/**
 * The mail door: what comes to the support address becomes a case or joins one, once (R2,
 * R21).
 */
package org.tierline.intake.mail;
