package org.tierline.cases;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A file of a case; its content is read apart.
 *
 * @param message the message it belongs to; null: it came with the opening of the case
 * @param type found out from the content, such as image/png
 * @param size in bytes
 */
public record Attachment(long id, @JsonIgnore CaseNumber number, Long message, String name, String type, long size,
		Instant at, String who) {
}
