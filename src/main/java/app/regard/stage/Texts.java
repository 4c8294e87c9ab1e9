package app.regard.stage;

import app.regard.trace.Inputs;
import app.regard.trace.Trace;
import java.util.List;

/** Small pieces of text that several stages share. */
final class Texts {
    private Texts() {}

    /** More ties than this are counted. */
    private static final int MOST_TIES = 6;

    /** "4×4". */
    static String size(int rows, int cols) {
        return rows + "×" + cols;
    }

    /** "[4 × 4]". */
    static String shape(int rows, int cols) {
        return "[" + rows + " × " + cols + "]";
    }

    /** Whose values a query takes. */
    static String everyWord(Trace t) {
        String seen = t.in().mask().on() ? "every " + word(t) + " that the mask leaves" : "every " + word(t);
        return t.in().self() ? seen + ", itself included" : seen + " of the other sentence";
    }

    /** What a row stands for. */
    static String word(Trace t) {
        return t.in().learned() ? "word piece" : "word";
    }

    /** Whether something is computed otherwise than the model was trained. */
    static boolean whatIf(Inputs in) {
        return in.learned() && (in.mask().chosen() || in.temperature() != 1 || !in.scaled());
    }

    /** The words that tie with one for a query’s largest weight; nothing where none does. */
    static String ties(Trace t, int i, int j) {
        List<Integer> strongest = t.weights().strongest(i);
        if (strongest.size() < 2 || !strongest.contains(j)) {
            return "";
        }
        if (strongest.size() == t.weights().a().cols()) {
            return "All words tie: they fit equally well.";
        }
        List<String> others = strongest.stream()
                .filter(other -> other != j)
                .map(other -> Words.quoted(t.weights().to().shown(other)))
                .toList();
        String more = others.size() > MOST_TIES ? " and " + (others.size() - MOST_TIES) + " more" : "";
        return "Tied with " + String.join(", ", others.stream().limit(MOST_TIES).toList()) + more
                + ": they fit equally well."
                + (t.in().positions().on() || t.in().learned() ? "" : " Without positions no word is nearer.");
    }

    /** What is said of a pair that the mask hides; nothing of others. */
    static String masked(Trace t, int i, int j) {
        return t.weights().masked(i, j) ? "Masked: this is exactly 0, whatever the score." : "";
    }

    static int n(Trace t) {
        return t.weights().from().size();
    }

    static int m(Trace t) {
        return t.weights().to().size();
    }

    /** The name of what the queries' projection reads: X, or X with positions. */
    static String input(Trace t) {
        return t.in().positions().on() ? "H" : "X";
    }

    /** The same for keys and values, which may be another sentence's. */
    static String keysInput(Trace t) {
        return t.in().self() ? input(t) : input(t) + "′";
    }

    static Part asking(Trace t) {
        return t.in().positions().on() ? Part.H : Part.X;
    }

    static Part answering(Trace t) {
        boolean on = t.in().positions().on();
        return t.in().self() ? asking(t) : on ? Part.H_KEYS : Part.X_KEYS;
    }

    static boolean anyMadeUp(Inputs in) {
        return in.from().words().tokens().stream().anyMatch(w -> w.madeUp())
                || in.to().words().tokens().stream().anyMatch(w -> w.madeUp());
    }
}
