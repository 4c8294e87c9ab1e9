package app.regard.stage;

import app.regard.trace.Sentence;
import java.util.List;

/** How words are written beside numbers. */
public final class Words {
    private Words() {}

    /** A star marks a word whose vector was made up. */
    public static List<String> labels(Sentence s) {
        return s.tokens().stream()
                .map(t -> t.madeUp() ? t.text() + "*" : t.text())
                .toList();
    }
}
