package app.regard.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The numbers of some inputs that were changed by hand.
 *
 * @param edits those that changed something, in order
 * @param asleep those whose word or place the sentence lacks
 * @param unedited the inputs as they were before any of them; empty where nothing was changed
 */
public record Changes(List<Edit> edits, List<Edit> asleep, Optional<Inputs> unedited) {
    /** No edit at all. */
    public static final Changes NONE = new Changes(List.of(), List.of(), Optional.empty());

    /** More edits than this are counted. */
    private static final int MOST_NAMED = 4;

    public Changes {
        edits = List.copyOf(edits);
        asleep = List.copyOf(asleep);
    }

    /** The edits in a caption: "edited: W_Q[0,1]=0.7"; empty where there are none. */
    public String caption() {
        return edits.isEmpty() ? "" : "edited: " + named(edits);
    }

    /** What is said of the edits that sleep: a sentence, or nothing. */
    public String sleeping() {
        return asleep.isEmpty()
                ? ""
                : (asleep.size() == 1 ? "This edit has" : "These edits have") + " no place in this sentence and "
                        + (asleep.size() == 1 ? "sleeps: " : "sleep: ") + named(asleep) + ".";
    }

    /** Edits as they are written, the first few. */
    public static String named(List<Edit> edits) {
        String first = edits.stream().limit(MOST_NAMED).map(Edit::text).collect(Collectors.joining(", "));
        return first + (edits.size() > MOST_NAMED ? " and " + (edits.size() - MOST_NAMED) + " more" : "");
    }
}
