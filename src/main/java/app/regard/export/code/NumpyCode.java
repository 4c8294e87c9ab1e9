package app.regard.export.code;

import app.regard.trace.Grid;
import app.regard.trace.Projection;
import app.regard.trace.Trace;
import java.util.List;
import java.util.Map;

/** A trace as a Python script that needs only NumPy and computes the same weights, a line an equation. */
public final class NumpyCode {
    private final ScriptInputs inputs;
    private final StringBuilder script = new StringBuilder();

    private NumpyCode(ScriptInputs inputs) {
        this.inputs = inputs;
    }

    /**
     * The whole script. It holds the numbers that it starts from; where these are more than 2,000, it reads them from
     * {@code npzName}, which the caller saves beside it with {@link #arrays}.
     */
    public static String of(Trace t, String npzName) {
        return new NumpyCode(ScriptInputs.of(t)).written(npzName);
    }

    /** The arrays that a script of this trace starts from, NumPy's and Java's alike, by the names that it gives them. */
    public static Map<String, Grid> arrays(Trace t) {
        return ScriptInputs.of(t).arrays();
    }

    /** Whether the scripts of this trace read their numbers from a file. */
    public static boolean needsArrays(Trace t) {
        return !ScriptInputs.of(t).embedded();
    }

    private String written(String npzName) {
        inputs.commentLines().forEach(line -> line("# " + Literals.pythonComment(line)));
        if (!inputs.embedded()) {
            line("# Its numbers lie in " + Literals.pythonComment(npzName) + ": run it where that file is.");
        }
        line("import numpy as np");
        line("");
        boolean self = inputs.in().self();
        boolean positions = inputs.in().positions().on();
        words("words", inputs.in().from().words().words(), "n");
        if (!self) {
            words("words_keys", inputs.in().to().words().words(), "m");
        }
        line("");
        if (!inputs.embedded()) {
            line("given = np.load(" + Literals.python(npzName) + ")");
        }
        inputs.arrays().keySet().stream()
                .filter(a -> !a.contains("_") || a.endsWith("keys"))
                .forEach(this::array);
        if (inputs.projects()) {
            projection("Q", inputs.in().head().q());
            projection("K", inputs.in().head().k());
            projection("V", inputs.in().head().v());
        }
        line("tau = " + Literals.number(inputs.in().temperature()));
        line("d_k = " + (inputs.projects() ? "W_Q" : "Q") + ".shape[1]");
        line("");
        if (positions) {
            line("lam = " + Literals.number(inputs.in().positions().strength()));
            line("H = X + lam * P                                 # (n, d_model) vectors with their places");
            line(self ? "" : "H_keys = X_keys + lam * P_keys                  # (m, d_model)\n");
        }
        String input = positions ? "H" : "X";
        String keys = self ? input : input + "_keys";
        String m = self ? "n" : "m";
        if (inputs.projects()) {
            project("Q", input, inputs.in().head().q(), "(n, d_k)     queries");
            project("K", keys, inputs.in().head().k(), "(" + m + ", d_k)     keys");
            project("V", keys, inputs.in().head().v(), "(" + m + ", d_v)     values");
        }
        String n = "(n, " + m + ")";
        line("S = Q @ K.T                                     # " + n + "       scores: a dot product each");
        line(
                inputs.in().scaled()
                        ? "scaled = S / (np.sqrt(d_k) * tau)               # " + n + "       scores scaled: S'"
                        : "scaled = S / tau                                # " + n + "       not divided by sqrt(d_k)");
        mask();
        line("E = np.exp(scaled - scaled.max(axis=1, keepdims=True))  # " + n
                + "       exponentials, less the row's maximum");
        line("A = E / E.sum(axis=1, keepdims=True)            # " + n + "       weights: rows sum to 1");
        line("O = A @ V                                       # (n, d_v)     outputs");
        line("");
        script.append("""
                # Rows ask, columns answer.
                columns = %s
                left = max(len(word) for word in words)
                width = [max(6, len(word)) for word in columns]
                print(" " * left, *(word.rjust(w) for word, w in zip(columns, width)))
                for word, row in zip(words, A):
                    print(word.ljust(left), *(f"{a:.4f}".rjust(w) for a, w in zip(row, width)))
                print("A =")
                for row in A.tolist():
                    print(row)
                """.formatted(self ? "words" : "words_keys"));
        return script.toString();
    }

    private void words(String name, List<String> words, String count) {
        line(name + " = ["
                + String.join(", ", words.stream().map(Literals::python).toList()) + "]  # " + count + " = "
                + words.size());
    }

    private void projection(String letter, Projection p) {
        if (ScriptInputs.identity(p)) {
            line("W_" + letter + " = np.eye(" + p.w().rows() + ")  # the identity");
        } else {
            array("W_" + letter);
        }
        if (p.biased()) {
            array("b_" + letter);
        }
    }

    /** One array: rows with their words where it stands in the script. */
    private void array(String name) {
        Grid g = inputs.arrays().get(name);
        if (g == null) {
            throw new IllegalStateException("no array " + name);
        }
        String shape = "(" + g.rows() + ", " + g.cols() + ")";
        if (!inputs.embedded()) {
            line(name + " = given[" + Literals.python(name) + "]  # " + shape);
            return;
        }
        line(name + " = np.array([  # " + shape + ", columns: "
                + Literals.pythonComment(String.join(", ", inputs.columnNames(name))));
        List<String> words = inputs.rowWords(name);
        for (int i = 0; i < g.rows(); i++) {
            StringBuilder row = new StringBuilder("    [");
            for (int j = 0; j < g.cols(); j++) {
                row.append(j == 0 ? "" : ", ").append(Literals.number(g.at(i, j)));
            }
            line(row + "]," + (words.isEmpty() ? "" : "  # " + Literals.pythonComment(words.get(i))));
        }
        line("])");
    }

    private void project(String letter, String input, Projection p, String told) {
        String product = letter + " = " + input + " @ W_" + letter + (p.biased() ? " + b_" + letter : "");
        line(product + " ".repeat(Math.max(2, 48 - product.length())) + "# " + told);
    }

    private void mask() {
        if (inputs.in().mask().cells().isPresent()) {
            line("scaled[mask == 0] = -np.inf                     # cells of the mask were set by hand");
            return;
        }
        String hidden =
                switch (inputs.in().mask().kind()) {
                    case NONE -> "";
                    case CAUSAL -> "scaled[j > i] = -np.inf                         # a word sees none that come later";
                    case LOCAL ->
                        "scaled[abs(i - j) > " + inputs.in().mask().radius()
                                + "] = -np.inf                    # a word sees only its neighbours";
                    case LOCAL_CAUSAL ->
                        "scaled[(j > i) | (i - j > " + inputs.in().mask().radius()
                                + ")] = -np.inf           # a word sees only those right before it";
                };
        if (!hidden.isEmpty()) {
            line("i, j = np.indices(S.shape)");
            line(hidden);
        }
    }

    private void line(String text) {
        script.append(text).append('\n');
    }
}
