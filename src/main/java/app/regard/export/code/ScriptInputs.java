package app.regard.export.code;

import app.regard.trace.Grid;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The matrices that a script starts from: the numbers that it cannot compute, and what it computes with them, told in words.
 *
 * @param arrays X, P, X_keys, P_keys, mask, W_Q, b_Q, W_K, b_K, W_V and b_V as far as the trace has them; an identity is no number.
 *     Where queries, keys and values are given, Q, K and V in place of what makes them
 */
public record ScriptInputs(Inputs in, Map<String, Grid> arrays) {
    /** With more numbers than this, a script reads them from a file beside it. */
    static final int MOST_NUMBERS = 2000;

    static ScriptInputs of(Trace t) {
        Inputs in = t.in();
        Map<String, Grid> arrays = new LinkedHashMap<>();
        if (in.head().unprojected()) {
            arrays.put("Q", t.q());
            arrays.put("K", t.k());
            arrays.put("V", t.v());
            in.mask().cells().ifPresent(cells -> arrays.put("mask", cells));
            return new ScriptInputs(in, arrays);
        }
        arrays.put("X", in.from().x());
        if (in.positions().on()) {
            arrays.put("P", t.p());
        }
        if (!in.self()) {
            arrays.put("X_keys", in.to().x());
            if (in.positions().on()) {
                arrays.put("P_keys", t.pKeys());
            }
        }
        in.mask().cells().ifPresent(cells -> arrays.put("mask", cells));
        put(arrays, "Q", in.head().q());
        put(arrays, "K", in.head().k());
        put(arrays, "V", in.head().v());
        return new ScriptInputs(in, arrays);
    }

    private static void put(Map<String, Grid> arrays, String letter, Projection p) {
        if (!identity(p)) {
            arrays.put("W_" + letter, p.w());
        }
        if (p.biased()) {
            arrays.put("b_" + letter, p.b());
        }
    }

    /** Whether the script begins with what makes queries, keys and values, not with these. */
    boolean projects() {
        return !in.head().unprojected();
    }

    public static boolean identity(Projection p) {
        return p.w().rows() == p.w().cols() && p.w().equals(Matrix.identity(p.w().rows()));
    }

    /** Whether the numbers stand in the script itself. */
    boolean embedded() {
        return arrays.values().stream()
                        .mapToLong(g -> (long) g.rows() * g.cols())
                        .sum()
                <= MOST_NUMBERS;
    }

    /** The words along the rows of an array, or none. */
    List<String> rowWords(String name) {
        return switch (name) {
            case "X", "P", "mask", "Q" -> in.from().words().shown();
            case "X_keys", "P_keys", "K", "V" -> in.to().words().shown();
            default -> name.startsWith("W_") ? in.head().dimensions() : List.of();
        };
    }

    /** The names along the columns of an array. */
    List<String> columnNames(String name) {
        return switch (name) {
            case "W_Q", "b_Q", "Q" -> in.head().q().columns();
            case "W_K", "b_K", "K" -> in.head().k().columns();
            case "W_V", "b_V", "V" -> in.head().v().columns();
            case "mask" -> in.to().words().shown();
            default -> in.head().dimensions();
        };
    }

    /** What is computed, as the lines of a comment. */
    List<String> commentLines() {
        List<String> lines = new ArrayList<>();
        lines.add((in.self() ? "Self-attention" : "Cross-attention")
                + ", computed line by line: A = softmax(Q K^T / " + (in.scaled() ? "(sqrt(d_k) tau)" : "tau")
                + "), O = A V.");
        if (in.self()) {
            lines.add("Sentence:    " + sentence(in.from().words()));
        } else {
            lines.add("Words that ask:    " + sentence(in.from().words()));
            lines.add("Words that answer: " + sentence(in.to().words()));
        }
        lines.add(
                projects()
                        ? "Vectors:     " + in.from().origin()
                        : "Given:       queries, keys and values; what made them is not known");
        lines.add("Head:        " + in.head().name() + " (" + in.head().origin() + ")");
        lines.add("Mask:        " + mask(in.mask()));
        lines.add("Positions:   " + positions(in.positions()));
        lines.add("Temperature: tau = " + Literals.number(in.temperature()));
        if (!in.scaled()) {
            lines.add("Scaling:     none, scores are not divided by sqrt(d_k)");
        }
        in.changes().edits().forEach(edit -> lines.add("Edited:      " + edit.text()));
        return lines;
    }

    private static String sentence(Sentence words) {
        return String.join(" ", words.shown());
    }

    private static String mask(Mask mask) {
        return switch (mask.kind()) {
            case NONE -> "none, every word sees every word";
            case CAUSAL -> "causal, a word sees itself and the words before it";
            case LOCAL ->
                "local, a word sees itself and " + mask.radius() + (mask.radius() == 1 ? " word" : " words")
                        + " to either side";
            case LOCAL_CAUSAL -> "local and causal, a word sees itself and " + mask.radius() + " before it";
        };
    }

    private static String positions(Positions positions) {
        return positions.on()
                ? "sinusoidal, strength lambda = " + Literals.number(positions.strength())
                        + "; P(pos, 2k) = sin(pos / 10000^(2k/d)), P(pos, 2k+1) = cos(the same)"
                : "none, order plays no part";
    }
}
