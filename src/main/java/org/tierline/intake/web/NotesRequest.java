package org.tierline.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** What customers shall read about a release. */
@Schema(name = "ReleaseNotes", example = """
		{"notes": "Playback goes on."}""")
record NotesRequest(@Text(max = 20_000, optional = true) String notes) {

	/** Empty is absent. */
	String read() {
		return (this.notes == null || this.notes.isBlank()) ? null : this.notes.strip();
	}

}
