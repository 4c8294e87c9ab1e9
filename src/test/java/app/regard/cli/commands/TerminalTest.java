package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.options.PrintableWriter;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights in a terminal: columns stand below each other, whatever direction the words have. */
class TerminalTest {
    private static List<String> lines(String... words) {
        Sentence s = Sentence.of(words);
        int n = words.length;
        Weights w = new Weights(s, s, Matrix.fill(n, n, (i, j) -> i == j ? 0.6 : 0.4 / (n - 1)), Origin.IMPORTED);
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(new PrintableWriter(out));
        Terminal.matrix(w, 2, writer);
        return out.toString().lines().filter(line -> !line.isBlank()).toList();
    }

    /** What is seen of a line: marks that only set words apart take no room. */
    private static String seen(String line) {
        return line.replaceAll("[\u2068\u2069]", "");
    }

    @Test
    void wordsOfBothDirectionsAreSetApartAndNumbersStayInColumns() {
        List<String> lines = lines("שלום", "bank", "\u202Ecd", "\n");
        assertThat(lines.get(0))
                .contains("\u2068שלום\u2069")
                .contains("bank")
                .contains("\uFFFDcd")
                .contains("↵");
        assertThat(lines.get(1)).endsWith("most: \u2068שלום\u2069");
        assertThat(lines.get(2)).endsWith("most: bank");
        assertThat(lines.get(4)).endsWith("most: ↵");
        int column = seen(lines.get(2)).indexOf("0.60");
        assertThat(seen(lines.get(1)).charAt(column)).isEqualTo('0');
        for (String line : lines.subList(1, 5)) {
            assertThat(seen(line).substring(column, column + 2)).isEqualTo("0.");
            assertThat(line).doesNotContain("\u202E", "\\u");
        }
    }
}
