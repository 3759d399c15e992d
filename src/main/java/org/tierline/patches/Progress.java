package org.tierline.patches;

/**
 * How far a defect's fix has reached its customers.
 *
 * @param tied the cases tied to it
 * @param waiting those of them that did not get a fix yet
 * @param companies how many companies those belong to
 */
public record Progress(int tied, int waiting, int companies) {
}
