package app.regard.export.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import app.regard.Outside;
import app.regard.Scripts;
import app.regard.draw.DecimalFormatter;
import app.regard.export.Experiments;
import app.regard.export.Experiments.Named;
import app.regard.file.array.Npz;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts are run by the programs they are written for, and must print the weights of the trace. */
class CodeTest {
    private static final String NPZ = "it's \"my\" trace.npz";

    @TempDir
    static Path folder;

    private static final List<Named> ALL = Experiments.all();
    private static List<Outside.Result> ofJava = List.of();
    private static List<Outside.Result> ofPython = List.of();

    static IntStream experiments() {
        return IntStream.range(0, ALL.size());
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void javaPrintsTheSameWeights(int one) throws IOException {
        java(one).mustBe(ALL.get(one).trace());
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void numpyPrintsTheSameWeights(int one) throws IOException {
        python(one).mustBe(ALL.get(one).trace());
    }

    @Test
    void awkwardWordsStayThemselves() throws IOException {
        int awkward = ALL.stream().map(Named::name).toList().indexOf("biases and awkward words");
        Trace t = ALL.get(awkward).trace();
        assertThat(t.weights().from().words()).containsExactlyElementsOf(Experiments.AWKWARD);
        for (String table : List.of(java(awkward).table(), python(awkward).table())) {
            for (String word : Experiments.AWKWARD) {
                if (!word.matches("(?s).*[\n\u2028\ud800].*")) {
                    assertThat(table.lines()).as(word).anyMatch(line -> line.startsWith(word + " "));
                }
            }
        }
        assertThat(JavaCode.of(t, NPZ).chars()).allMatch(c -> c < 0x7f);
    }

    @Test
    void scriptsHoldTheirNumbersUpToTwoThousand() {
        Trace fits = Experiments.biased(10, 5, 6, Experiments.words(100).split(" ", -1)); // 1000 + 160 + 16
        Trace more = Experiments.biased(10, 5, 6, Experiments.words(190).split(" ", -1)); // 1900 + 160 + 16
        assertThat(NumpyCode.needsArrays(fits)).isFalse();
        assertThat(NumpyCode.of(fits, NPZ) + JavaCode.of(fits, NPZ)).doesNotContain("npz");
        assertThat(NumpyCode.needsArrays(more)).isTrue();
        assertThat(NumpyCode.arrays(more)).containsOnlyKeys("X", "W_Q", "b_Q", "W_K", "b_K", "W_V", "b_V");
        assertThat(NumpyCode.of(more, NPZ)).contains("np.load(\"it's \\\"my\\\" trace.npz\")");
    }

    @Test
    void scriptsSayWhatTheyCompute() {
        Trace t = Experiments.trace(Experiments.example("river")
                .withMask(app.regard.trace.Mask.local(2))
                .withPositions(app.regard.trace.Positions.sinusoidal(0.25))
                .withTemperature(0.5));
        for (String script : List.of(NumpyCode.of(t, NPZ), JavaCode.of(t, NPZ))) {
            assertThat(script.lines().limit(9).toList().toString())
                    .contains(
                            "bank of the river",
                            "plain dot product",
                            "2 words to either side",
                            "lambda = 0.25",
                            "tau = 0.5");
        }
        assertThat(NumpyCode.of(t, NPZ))
                .contains("W_Q = np.eye(", "import numpy as np")
                .doesNotContain("W_Q = np.array");
        assertThat(NumpyCode.of(t, NPZ).lines().filter(line -> line.contains("import")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "class", "String", "a;", "Ünder", "x.y", "record{"})
    void aClassNeedsAName(String name) {
        Trace t = Experiments.trace(Experiments.example("river"));
        assertThatThrownBy(() -> JavaCode.of(t, NPZ, name))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“" + name + "”");
    }

    /** Started as a reader would start it: from its text. */
    @Test
    void aClassMayHaveAnotherName() throws IOException {
        Trace t = Experiments.trace(Experiments.example("river"));
        Files.writeString(folder.resolve("My_Head2.java"), JavaCode.of(t, NPZ, "My_Head2"), StandardCharsets.UTF_8);
        Printed.of(Outside.run(
                        List.of(
                                Outside.java().toString(),
                                "-Dfile.encoding=UTF-8",
                                "-Dstdout.encoding=UTF-8",
                                "My_Head2.java"),
                        folder,
                        Map.of()))
                .mustBe(t);
    }

    /** A script of two traces prints those of before, those of now and their differences: river had .4013 of bank's row. */
    @Test
    void scriptsOfTwoPrintBoth() throws IOException {
        Experiment river = Experiments.example("river");
        Trace before = Experiments.trace(river);
        Trace now = Experiments.trace(river.withEdit(Edit.of("mask[0,3]=0")));
        ComparedCode both = new ComparedCode(now, before);
        String python =
                Scripts.python(folder, List.of(both.numpy("", ""))).get(0).out();
        assertThat(python.lines().filter(line -> line.startsWith("bank ")))
                .hasSize(2)
                .first(STRING)
                .contains("0.4013");
        assertThat(python.substring(python.indexOf("A - before ="))).contains("-0.4012");
        String java = Scripts.java(folder, Map.of("Attention", both.java("", "")))
                .get(0)
                .out();
        List<String> rows =
                java.lines().filter(line -> line.startsWith("bank ")).toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).doesNotContain("0.4013");
        assertThat(java.substring(java.indexOf("Before:"))).contains("0.4013");
    }

    /** What a script wrote: the table, and the weights in full. */
    private record Printed(String table, Matrix weights) {
        static Printed of(Outside.Result result) {
            assertThat(result.exit()).as(result.err()).isZero();
            String[] halves = result.out().replace("\r", "").split("A =\n", -1);
            assertThat(halves).hasSize(2);
            return new Printed(
                    halves[0],
                    Matrix.of(halves[1]
                            .lines()
                            .map(row -> Arrays.stream(
                                            row.substring(1, row.length() - 1).split(", ", -1))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray())
                            .toArray(double[][]::new)));
        }

        /** The weights to 1e-12, and the table to the letter; how a console shows what is no letter is its own affair. */
        void mustBe(Trace t) {
            Grid due = t.weights().a();
            if (t.weights().from().words().stream().allMatch(word -> word.matches("\\w+"))) {
                assertThat(table.lines().map(String::stripTrailing)).containsExactlyElementsOf(tableOf(t));
            }
            assertThat(weights.rows()).isEqualTo(due.rows());
            assertThat(weights.cols()).isEqualTo(due.cols());
            for (int i = 0; i < due.rows(); i++) {
                for (int j = 0; j < due.cols(); j++) {
                    assertThat(weights.at(i, j)).as("cell %d, %d", i, j).isCloseTo(due.at(i, j), within(1e-12));
                }
            }
        }
    }

    /** The table, laid out a second time. */
    private static List<String> tableOf(Trace t) {
        List<String> columns = t.weights().to().words();
        int left = t.weights().from().words().stream()
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(" ".repeat(left));
        columns.forEach(word -> head.append(String.format(Locale.ROOT, " %6s", word)));
        lines.add(head.toString());
        for (int i = 0; i < t.weights().from().size(); i++) {
            StringBuilder row = new StringBuilder(t.weights().from().word(i));
            row.append(" ".repeat(left - row.length()));
            for (int j = 0; j < columns.size(); j++) {
                String number = DecimalFormatter.text(t.weights().a().at(i, j), 4);
                row.append(" ".repeat(1 + Math.max(6, columns.get(j).length()) - number.length()))
                        .append(number);
            }
            lines.add(row.toString());
        }
        return lines;
    }

    private static Printed java(int one) throws IOException {
        if (ofJava.isEmpty()) {
            Map<String, String> classes = new LinkedHashMap<>();
            for (int i = 0; i < ALL.size(); i++) {
                Trace t = ALL.get(i).trace();
                classes.put("Attention" + i, JavaCode.of(t, npz(i, t), "Attention" + i));
            }
            ofJava = Scripts.java(folder, classes);
        }
        return Printed.of(ofJava.get(one));
    }

    private static Printed python(int one) throws IOException {
        if (ofPython.isEmpty()) {
            List<String> scripts = new ArrayList<>();
            for (int i = 0; i < ALL.size(); i++) {
                Trace t = ALL.get(i).trace();
                scripts.add(NumpyCode.of(t, npz(i, t)));
            }
            ofPython = Scripts.python(folder, scripts);
        }
        return Printed.of(ofPython.get(one));
    }

    /** The file of one of the experiments, which is there only where it is needed. */
    private static String npz(int one, Trace t) throws IOException {
        String name = one + " " + NPZ;
        if (NumpyCode.needsArrays(t)) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                Npz.write(out, NumpyCode.arrays(t));
            }
        }
        return name;
    }
}
