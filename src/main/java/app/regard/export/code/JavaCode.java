package app.regard.export.code;

import app.regard.trace.Grid;
import app.regard.trace.Projection;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** A trace as one file of plain Java 17 that computes the same weights, a short method an equation; {@code java Attention.java} runs it. */
public final class JavaCode {
    /** What the program is called where nobody says otherwise. */
    public static final String CLASS_NAME = "Attention";

    /** Classes that the program itself uses: it cannot have their names. */
    private static final Set<String> TAKEN = Set.of(
            "String",
            "Math",
            "System",
            "Arrays",
            "BigDecimal",
            "RoundingMode",
            "StringBuilder",
            "IOException",
            "ZipFile",
            "ZipEntry",
            "ByteBuffer",
            "ByteOrder",
            "DoubleBuffer",
            "StandardCharsets",
            "Pattern",
            "Matcher",
            "Integer",
            "Double",
            "Object",
            "Override");

    private final ScriptInputs inputs;
    private final StringBuilder program = new StringBuilder();

    private JavaCode(ScriptInputs inputs) {
        this.inputs = inputs;
    }

    /** The program with its usual name; see {@link #of(Trace, String, String)}. */
    public static String of(Trace t, String npzName) {
        return of(t, npzName, CLASS_NAME);
    }

    /**
     * The whole program, in ASCII. It holds the numbers that it starts from; where these are more than 2,000, it reads them
     * from {@code npzName}, which the caller saves beside it with {@link NumpyCode#arrays}.
     *
     * @throws Refusal if a class cannot have that name
     */
    public static String of(Trace t, String npzName, String className) {
        if (!SourceVersion.isIdentifier(className)
                || SourceVersion.isKeyword(className)
                || TAKEN.contains(className)
                || !className.chars().allMatch(c -> c < 0x7f)) {
            throw new Refusal("A Java class cannot be called “" + className
                    + "” here. Choose a name of plain letters and digits that begins with a letter, such as "
                    + CLASS_NAME
                    + ".");
        }
        return new JavaCode(ScriptInputs.of(t)).written(npzName, className);
    }

    private String written(String npzName, String className) {
        inputs.commentLines().forEach(line -> line("// " + Literals.javaComment(line)));
        line("// Run it with: java " + className + ".java");
        if (!inputs.embedded()) {
            line("// Its numbers lie in " + Literals.javaComment(npzName) + ": run it where that file is.");
        }
        line(inputs.embedded() ? JavaParts.IMPORTS : JavaParts.READING_IMPORTS);
        line("public class " + className + " {");
        boolean self = inputs.in().self();
        words("WORDS", inputs.in().from().words().words(), "n");
        if (!self) {
            words("WORDS_KEYS", inputs.in().to().words().words(), "m");
        }
        if (inputs.embedded()) {
            inputs.arrays().forEach(this::array);
        }
        line("    static final double TAU = " + Literals.number(inputs.in().temperature()) + ";");
        if (inputs.in().positions().on()) {
            line("    static final double LAMBDA = "
                    + Literals.number(inputs.in().positions().strength()) + ";");
        }
        if (!inputs.embedded() && inputs.in().mask().cells().isPresent()) {
            line("    static double[][] mask;");
        }
        line("");
        main(self);
        script(JavaParts.EQUATIONS);
        if (inputs.in().positions().on()) {
            script(JavaParts.PLACED);
        }
        if (biased()) {
            script(JavaParts.BIASED);
        }
        if (anyIdentity()) {
            script(JavaParts.EYE);
        }
        String by = inputs.in().scaled() ? "(Math.sqrt(d_k) * TAU)" : "TAU";
        script(JavaParts.SCALED.formatted(inputs.in().scaled() ? "(sqrt(d_k) tau)" : "tau", by, sees()));
        script(JavaParts.PRINT);
        if (!inputs.embedded()) {
            script(JavaParts.READ.formatted(Literals.java(npzName)));
        }
        line("}");
        return program.toString();
    }

    private void main(boolean self) {
        boolean positions = inputs.in().positions().on();
        line("    public static void main(String[] args)" + (inputs.embedded() ? " {" : " throws IOException {"));
        if (!inputs.embedded()) {
            inputs.arrays()
                    .forEach((name, g) -> line("        " + (name.equals("mask") ? "" : "double[][] ") + name
                            + " = read(\"" + name + "\"); // " + shape(g)));
        }
        if (inputs.projects()) {
            identity("Q", inputs.in().head().q());
            identity("K", inputs.in().head().k());
            identity("V", inputs.in().head().v());
        }
        if (positions) {
            line("        double[][] H = placed(X, P); // (n, d_model) vectors with their places");
            line(self ? "" : "        double[][] H_keys = placed(X_keys, P_keys); // (m, d_model)");
        }
        String input = positions ? "H" : "X";
        String keys = self ? input : input + "_keys";
        String m = self ? "n" : "m";
        if (inputs.projects()) {
            project("Q", input, inputs.in().head().q(), "(n, d_k) queries");
            project("K", keys, inputs.in().head().k(), "(" + m + ", d_k) keys");
            project("V", keys, inputs.in().head().v(), "(" + m + ", d_v) values");
        }
        String n = "(n, " + m + ")";
        line("        double[][] S = scores(Q, K); // " + n + " a dot product each");
        line("        double[][] scaled = scaled(S, Q[0].length); // " + n);
        line("        double[][] E = exponentials(scaled); // " + n + " less the row's maximum");
        line("        double[][] A = weights(E); // " + n + " rows sum to 1");
        line("        double[][] O = times(A, V); // (n, d_v) outputs");
        line("        print(WORDS, " + (self ? "WORDS" : "WORDS_KEYS") + ", A);");
        line("    }");
    }

    private void words(String name, List<String> words, String count) {
        line("    static final String[] " + name + " = {"
                + String.join(", ", words.stream().map(Literals::java).toList()) + "}; // " + count + " = "
                + words.size());
    }

    private void array(String name, Grid g) {
        line("    // " + shape(g) + ", columns: " + Literals.javaComment(String.join(", ", inputs.columnNames(name))));
        line("    static final double[][] " + name + " = {");
        List<String> words = inputs.rowWords(name);
        for (int i = 0; i < g.rows(); i++) {
            StringBuilder row = new StringBuilder("        {");
            for (int j = 0; j < g.cols(); j++) {
                row.append(j == 0 ? "" : ", ").append(Literals.number(g.at(i, j)));
            }
            line(row + "}," + (words.isEmpty() ? "" : " // " + Literals.javaComment(words.get(i))));
        }
        line("    };");
    }

    private void identity(String letter, Projection p) {
        if (ScriptInputs.identity(p)) {
            line("        double[][] W_" + letter + " = eye(" + p.w().rows() + ");");
        }
    }

    private void project(String letter, String input, Projection p, String told) {
        String product = "times(" + input + ", W_" + letter + ")";
        line("        double[][] " + letter + " = "
                + (p.biased() ? "biased(" + product + ", b_" + letter + ")" : product) + "; // " + told);
    }

    private String sees() {
        if (inputs.in().mask().cells().isPresent()) {
            return "mask[i][j] != 0"; // cells of the mask were set by hand
        }
        return switch (inputs.in().mask().kind()) {
            case NONE -> "true";
            case CAUSAL -> "j <= i";
            case LOCAL -> "Math.abs(i - j) <= " + inputs.in().mask().radius();
            case LOCAL_CAUSAL -> "j <= i && i - j <= " + inputs.in().mask().radius();
        };
    }

    private boolean biased() {
        return inputs.arrays().keySet().stream().anyMatch(name -> name.startsWith("b_"));
    }

    private boolean anyIdentity() {
        return inputs.projects()
                && List.of(
                                inputs.in().head().q(),
                                inputs.in().head().k(),
                                inputs.in().head().v())
                        .stream()
                        .anyMatch(ScriptInputs::identity);
    }

    private static String shape(Grid g) {
        return "(" + g.rows() + ", " + g.cols() + ")";
    }

    private void script(String part) {
        program.append(part);
    }

    private void line(String text) {
        program.append(text).append('\n');
    }
}
