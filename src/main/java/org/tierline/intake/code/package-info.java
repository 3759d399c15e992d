/**
 * The developers' own tools: commits, merges and tags that name a defect move it, once
 * (R13).
 */
package org.tierline.intake.code;
