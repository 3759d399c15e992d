package org.tierline.cases;

/**
 * One wrong field of somebody's input.
 *
 * @param field a path such as contact.email
 */
public record FieldProblem(String field, String message) {
}
