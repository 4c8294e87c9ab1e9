package app.regard.stage;

import app.regard.trace.Inputs;

/** The line beside the weights about where they come from, so that nobody takes an illustration for a finding. */
public final class Provenance {
    private Provenance() {}

    /** "A simplified table, for illustration."; "One head of a trained model: all-MiniLM-L6-v2, learned." */
    public static String of(Inputs in) {
        if (in.learned()) {
            return "A trained head: " + in.head().name() + " of " + in.head().origin() + " from text.";
        }
        String from = in.from().origin();
        return from.endsWith("table") ? "A simplified table, for illustration." : "Vectors: " + from + ".";
    }
}
