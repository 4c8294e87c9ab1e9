package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import app.regard.PrintedText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of edit on every command that takes one; what follows from it is computed here a second time. */
class EditsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ROWS = List.of("bank", "of", "the", "river");

    @TempDir
    private Path folder;

    private InProcess run(List<String> options, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(options);
        InProcess done = InProcess.in(folder, all.toArray(String[]::new));
        assertThat(done.code()).as("%s %s", all, done.err()).isZero();
        return done;
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private JsonNode trace(List<String> options) throws IOException {
        run(options, "trace", "-o", "t.json", "--force");
        return JSON.readTree(written("t.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X[river,2]=1",
                "X[*,*]*=2",
                "X[the,*]/=4",
                "W_Q[0,1]=0.7",
                "W_Q[d4,d1]=-1.5",
                "W_K[*,*]=0",
                "W_V[1,1]/=2",
                "W_K[2,*]*=3",
                "b_Q[3]=1",
                "b_K[1]=-2",
                "b_V[*]=1",
                "mask[0,3]=0",
                "mask[*,0]=0"
            })
    void anEditOfAHandMadeHead(String edit) throws IOException {
        double[][] due = weights(trace(List.of("--preset", "river")), edit, ROWS);
        List<String> options = List.of("--preset", "river", "--edit", edit);
        JsonNode trace = trace(options);
        assertWeights(trace, due);
        String bank = String.format(Locale.ROOT, "%.4f", due[0][0]);
        assertThat(run(options, "show", "--decimals", "4").out().lines().filter(l -> l.startsWith(" bank ")))
                .first(STRING)
                .contains(due[0][0] == 0 ? "–" : bank);
        run(options, "render", "--what", "stage", "--stage", "6", "-o", "r.svg");
        assertThat(written("r.svg")).contains("edited: " + edit);
        for (String language : List.of("numpy", "java")) {
            assertThat(run(options, "code", "--as", language).out()).contains("Edited:      " + edit);
        }
        run(options, "page", "-o", "p.html");
        assertThat(written("p.html")).contains("edited: " + edit);
        run(options, "classsheet", "-o", "s.pdf");
        assertThat(PrintedText.of(folder.resolve("s.pdf")).all()).contains("edited: " + edit);
        Files.writeString(folder.resolve("lines.txt"), "bank of the river\n");
        run(options, "batch", "lines.txt", "--format", "svg", "-o", "b");
        try (var made = Files.list(folder.resolve("b"))) {
            assertThat(Files.readString(made.findFirst().orElseThrow())).contains("edited: " + edit);
        }
        run(options, "lab", "edit", "-o", "l.json");
        JsonNode panel = JSON.readTree(written("l.json")).at("/panels/1");
        assertThat(panel.get("id").asText()).isEqualTo("weights");
        assertThat(panel.at("/values/0/0").asDouble()).isCloseTo(due[0][0], within(1e-12));
    }

    @ParameterizedTest
    @Tag("model")
    @CsvSource(
            delimiter = '|',
            value = {
                "X[bank@2,0]=9",
                "X[river@3,*]*=0",
                "X[*,*]/=2",
                "W_Q[0,0]=9",
                "W_K[383,31]=9",
                "W_V[*,*]*=2",
                "b_Q[*]=0",
                "b_K[5]=100",
                "b_V[31]=-1",
                "mask[1,2]=0"
            })
    void anEditOfATrainedHead(String edit) throws IOException {
        List<String> head = List.of("bank river", "--model", "minilm", "--layer", "0", "--head", "0");
        JsonNode plain = trace(head);
        List<String> options = new ArrayList<>(head);
        options.addAll(List.of("--edit", edit));
        double[][] due = weights(plain, edit, List.of("[CLS]@1", "bank@2", "river@3", "[SEP]@4"));
        assertWeights(trace(options), due);
        String most = String.format(Locale.ROOT, "%.4f", due[1][1]);
        assertThat(run(options, "show", "--decimals", "4").out().lines().filter(l -> l.startsWith(" bank ")))
                .first(STRING)
                .contains(most);
        run(options, "render", "-o", "r.svg");
        assertThat(written("r.svg")).contains("edited: " + edit);
        assertThat(run(options, "code", "-o", "c.py", "--force").err()).isEmpty();
        assertThat(written("c.py")).contains("Edited:      " + edit);
    }

    /** One that sleeps is said, and nothing else is of it: no mask, no caption. */
    @Test
    void oneThatSleepsLeavesNoTrace() throws IOException {
        List<String> options = List.of("bank river", "--edit", "mask[9,9]=0", "--edit", "W_Q[0,0]=2");
        InProcess shown = run(options, "show");
        assertThat(shown.err()).contains("sleeps: mask[9,9]=0");
        assertThat(trace(options).get("mask").asText()).isEqualTo("none");
        run(options, "render", "--what", "stage", "--stage", "4", "-o", "r.svg");
        assertThat(written("r.svg")).doesNotContain("set by hand").doesNotContain("mask[9,9]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W_Q[9,99]=1|columns 0 to 15",
                "W_Q[99,0]=1|rows 0 to 15",
                "W_Q[-1,0]=1|count from 0",
                "W_Q[0]=1|a row and a column",
                "b_Q[0,1]=1|names a column",
                "b_K[16]=1|columns 0 to 15",
                "X[,1]=1|names the word",
                "X[bank,99]=1|columns 0 to 15",
                "X[bank,nowhere]=1|none called “nowhere”",
                "X[bank river,1]=1|no single word",
                "mask[0,1]=0.5|0 (hidden) or 1 (seen)",
                "mask[0,1]*=0|0 (hidden) or 1 (seen)",
                "mask[bank,1]=0|two places from 0",
                "mask[0,*]=0|nothing to look at",
                "W_Q[0,0]=NaN|no number",
                "W_Q[0,0]=-Infinity|no number",
                "W_Q[0,0]=1d|no number",
                "W_Q[0,0]=0x1p3|no number",
                "W_Q[0,0]=two|no number",
                "W_Q[0,0]=1e999|finite",
                "W_Q[0,0]/=0|divide by 0",
                "W_O[0,0]=1|no matrix “W_O”",
                "W_Q[0,0]+=1|is no edit",
                "nonsense|is no edit"
            })
    void whatNoSentenceCouldHaveIsRefusedInOneLine(String edit, String due) {
        for (String command : List.of("show", "trace", "code")) {
            InProcess done = InProcess.in(folder, command, "bank river", "--edit", edit);
            assertThat(done.code()).isNotZero();
            assertThat(done.out()).isEmpty();
            assertThat(done.err().strip().lines()).hasSize(1).first(STRING).contains(due);
        }
    }

    private static void assertWeights(JsonNode trace, double[][] due) {
        for (int i = 0; i < due.length; i++) {
            for (int j = 0; j < due[i].length; j++) {
                assertThat(trace.at("/weights/" + i + "/" + j).asDouble()).isCloseTo(due[i][j], within(1e-9));
            }
        }
    }

    /** The weights after an edit, by the paper's formula, out of a trace's numbers before it. */
    private static double[][] weights(JsonNode t, String edit, List<String> words) {
        double[][] x = edited(matrix(t, "X"), "X", edit, words);
        int n = x.length;
        double[][] q = projected(t, x, "Q", edit);
        double[][] k = projected(t, x, "K", edit);
        double[][] ones = new double[n][n];
        IntStream.range(0, n).forEach(i -> java.util.Arrays.fill(ones[i], 1));
        double[][] mask = edited(ones, "mask", edit, List.of());
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double dot = 0;
                for (int c = 0; c < q[i].length; c++) {
                    dot += q[i][c] * k[j][c];
                }
                a[i][j] = mask[i][j] == 0 ? 0 : Math.exp(dot / Math.sqrt(q[i].length));
                sum += a[i][j];
            }
            for (int j = 0; j < n; j++) {
                a[i][j] /= sum;
            }
        }
        return a;
    }

    private static double[][] projected(JsonNode t, double[][] x, String letter, String edit) {
        double[][] w = edited(matrix(t, "W_" + letter), "W_" + letter, edit, List.of());
        JsonNode given = t.get("b_" + letter);
        double[][] b = new double[1][w[0].length];
        for (int c = 0; given != null && c < b[0].length; c++) {
            b[0][c] = given.get(c).asDouble();
        }
        edited(b, "b_" + letter, edit, List.of());
        double[][] made = new double[x.length][w[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < w[0].length; c++) {
                made[i][c] = b[0][c];
                for (int d = 0; d < w.length; d++) {
                    made[i][c] += x[i][d] * w[d][c];
                }
            }
        }
        return made;
    }

    private static double[][] matrix(JsonNode t, String name) {
        double[][] made = new double[t.get(name).size()][t.get(name).get(0).size()];
        for (int i = 0; i < made.length; i++) {
            for (int j = 0; j < made[i].length; j++) {
                made[i][j] = t.get(name).get(i).get(j).asDouble();
            }
        }
        return made;
    }

    /** Makes an edit in place where it is one of this matrix; d1 is the name of column 0. */
    private static double[][] edited(double[][] cells, String matrix, String edit, List<String> words) {
        if (!edit.startsWith(matrix + "[")) {
            return cells;
        }
        int end = edit.indexOf(']');
        String[] at = edit.substring(matrix.length() + 1, end).split(",", -1);
        String row = at.length == 1 ? "*" : at[0];
        String col = at[at.length - 1];
        double value = Double.parseDouble(edit.substring(edit.indexOf('=') + 1));
        DoubleUnaryOperator change = edit.charAt(end + 1) == '*'
                ? was -> was * value
                : edit.charAt(end + 1) == '/' ? was -> was / value : was -> value;
        for (int i = 0; i < cells.length; i++) {
            boolean mine = row.equals("*")
                    || (words.isEmpty() ? number(row) == i : words.get(i).equals(row));
            for (int j = 0; mine && j < cells[i].length; j++) {
                cells[i][j] = col.equals("*") || number(col) == j ? change.applyAsDouble(cells[i][j]) : cells[i][j];
            }
        }
        return cells;
    }

    private static int number(String index) {
        return index.startsWith("d") ? Integer.parseInt(index.substring(1)) - 1 : Integer.parseInt(index);
    }
}
