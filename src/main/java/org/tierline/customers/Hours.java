package org.tierline.customers;

/**
 * One working interval of a day in minutes since local midnight, end excluded; 24:00 is
 * 1440.
 */
public record Hours(int fromMinute, int toMinute) {
}
