package app.regard.file;

import java.util.Locale;
import java.util.Set;

/** Names to suggest for files: short, of letters, digits and hyphens, allowed on every system. */
public final class FileName {
    private FileName() {}

    private static final int LONGEST = 48;

    /** Names that Windows keeps for devices. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private static final String FALLBACK = "attention";

    /**
     * Suggests a name: "bank-of-the-river-weights.csv".
     *
     * @param text the sentence, or what else the file is about
     * @param what what is in the file; may be empty
     * @param extension without a dot
     */
    public static String suggest(String text, String what, String extension) {
        String about = slug(text);
        int end = about.codePointCount(0, about.length()) > LONGEST ? about.offsetByCodePoints(0, LONGEST) : -1;
        String brief = end < 0 ? about : about.substring(0, end).replaceFirst("-[^-]*$", "");
        if (brief.isEmpty() || DEVICES.contains(brief) || brief.matches("(com|lpt)\\d")) {
            brief = FALLBACK;
        }
        String more = slug(what);
        return brief + (more.isEmpty() ? "" : "-" + more) + "." + extension;
    }

    private static String slug(String text) {
        return text.replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }
}
