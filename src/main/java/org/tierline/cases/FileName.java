package org.tierline.cases;

/** The name of a file as a stranger gave it, made fit for headers and disks. */
final class FileName {

	private static final int LONGEST = 150;

	private FileName() {
	}

	static String of(String given) {
		String plain = (given != null) ? given : "";
		String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
		// Control and format characters: line ends for headers, "exe.gpj" turned around.
		String safe = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "")
			.replaceAll("[\"<>|:*?]", "_")
			.strip();
		return safe.isEmpty() || safe.matches("\\.+") ? "file" : shortened(safe);
	}

	/** The ending stays: it says what to open the file with. */
	private static String shortened(String name) {
		if (name.length() <= LONGEST) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String ending = (dot > name.length() - 12) ? name.substring(Math.max(dot, 0)) : "";
		return name.substring(0, LONGEST - ending.length()) + ending;
	}

}
