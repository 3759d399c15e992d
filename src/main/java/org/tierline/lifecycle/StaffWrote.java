package org.tierline.lifecycle;

import org.tierline.cases.Message;

/** A technician's message was stored, in the transaction that goes on. */
public record StaffWrote(Message message) {
}
