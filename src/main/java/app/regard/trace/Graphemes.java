package app.regard.trace;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The characters of a text as a reader sees them (grapheme clusters, UAX #29), and how many marks one of them may have. */
public final class Graphemes {
    /**
     * As many code points may follow the first one of a character. It is the bound of Unicode's own Stream-Safe Text Format
     * (UAX #15); what is written in any language stays far below it, and without one normalising and layout take seconds.
     */
    public static final int MOST_MARKS = 30;

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Below this nothing combines with what stands before it, and all is NFC. */
    private static final char FIRST_COMBINING = 0x300;

    private Graphemes() {}

    /**
     * The characters in order, each in NFC: which is the same as the NFC of the whole, for nothing composes across their
     * bounds.
     * No more of the text is split than is asked for.
     *
     * @throws Refusal when one comes that has more marks than {@link #MOST_MARKS}
     */
    public static Stream<String> of(String text) {
        return plain(text)
                ? text.chars().mapToObj(c -> String.valueOf((char) c))
                : clusters(text).map(c -> Normalizer.normalize(one(c), Normalizer.Form.NFC));
    }

    /**
     * A text as it is.
     *
     * @throws Refusal if one of its characters has more marks than {@link #MOST_MARKS}
     */
    public static String checked(String text) {
        if (!plain(text)) {
            clusters(text).forEach(Graphemes::one);
        }
        return text;
    }

    /** A text without the marks that are too many on one character. */
    public static String bounded(String text) {
        String bounded = text;
        for (String cut = once(text); cut.length() < bounded.length(); cut = once(bounded)) {
            bounded = cut; // what is left may join what stood behind it, as syllables of Hangul do
        }
        return bounded;
    }

    private static String once(String text) {
        if (plain(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        clusters(text).forEach(c -> kept.append(c, 0, end(c)));
        return kept.toString();
    }

    /** Most texts are plain Latin, where every char is one, and no tables are needed. */
    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c < FIRST_COMBINING);
    }

    private static Stream<String> clusters(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group);
    }

    private static String one(String cluster) {
        if (end(cluster) < cluster.length()) {
            throw new Refusal("The character “" + cluster.substring(0, cluster.offsetByCodePoints(0, 1)) + "” has "
                    + (cluster.codePointCount(0, cluster.length()) - 1) + " marks on it; " + MOST_MARKS
                    + " are the most. Take some away.");
        }
        return cluster;
    }

    /** Where a cluster ends with no more marks than are allowed. */
    private static int end(String cluster) {
        int most = MOST_MARKS + 1;
        boolean few = cluster.length() <= most || cluster.codePointCount(0, cluster.length()) <= most;
        return few ? cluster.length() : cluster.offsetByCodePoints(0, most);
    }
}
