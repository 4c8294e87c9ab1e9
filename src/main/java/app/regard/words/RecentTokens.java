package app.regard.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The texts that were split last, so that each is split once, however many ask for its words. */
final class RecentTokens {
    /** Two sentences as they are, and as they were before a key was pressed. */
    private static final int MOST = 4;

    private final Function<String, Tokens> split;
    private final Map<String, Tokens> kept = new LinkedHashMap<>();

    /** @param split gives the same for the same text always */
    RecentTokens(Function<String, Tokens> split) {
        this.split = split;
    }

    /** The words of a text. */
    Tokens of(String text) {
        synchronized (kept) {
            Tokens known = kept.get(text);
            if (known != null) {
                return known;
            }
        }
        Tokens fresh = split.apply(text); // which may take long where the text is long: nobody else waits for it
        synchronized (kept) {
            kept.put(text, fresh);
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return fresh;
    }
}
