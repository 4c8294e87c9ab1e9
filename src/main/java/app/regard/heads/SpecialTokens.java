package app.regard.heads;

import java.util.Locale;
import java.util.Set;

/**
 * The tokens that models put around a text and between its parts, where many heads park their weight. They are known by how
 * they are written, for every model has its own: &lt;|…|&gt;, &lt;｜…｜&gt;, capitals in square brackets, and some names in angle
 * brackets. What stands for words of the text ([MASK], [UNK]) is none.
 */
final class SpecialTokens {
    private static final Set<String> NAMES = Set.of(
            "s",
            "pad",
            "bos",
            "eos",
            "sep",
            "cls",
            "eop",
            "eod",
            "eot",
            "sop",
            "start",
            "end",
            "start_of_turn",
            "end_of_turn",
            "start_of_text",
            "end_of_text",
            "endoftext",
            "startoftext",
            "end_of_utterance",
            "<sys>");

    private static final Set<String> OF_THE_TEXT = Set.of("MASK", "UNK");

    private static final int LONGEST = 64;

    private SpecialTokens() {}

    /** Whether a token is one that the model added. */
    static boolean is(String token) {
        if (token.length() < 3 || token.length() > LONGEST) {
            return false;
        }
        String inner = token.substring(1, token.length() - 1);
        String bare = inner.startsWith("/") ? inner.substring(1) : inner;
        if (token.startsWith("<") && token.endsWith(">")) {
            char first = inner.charAt(0);
            boolean bars = inner.length() > 2 && first == inner.charAt(inner.length() - 1);
            return (bars && (first == '|' || first == '｜'))
                    || NAMES.contains(bare.replace("</", "<").toLowerCase(Locale.ROOT));
        }
        return token.startsWith("[")
                && token.endsWith("]")
                && !bare.isEmpty()
                && bare.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_')
                && !OF_THE_TEXT.contains(bare);
    }
}
