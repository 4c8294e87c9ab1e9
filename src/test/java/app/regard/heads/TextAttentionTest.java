package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.file.array.Csv;
import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attention as text: files that Python wrote (make_attention.py), and hostile ones written here. */
class TextAttentionTest {
    private static final List<String> FIVE = List.of("p", "q", "r", "s", "t");

    @TempDir
    private Path folder;

    private AttentionFile open(String name) throws IOException {
        return open(folder, name);
    }

    static AttentionFile open(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = TextAttentionTest.class.getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
        return AttentionFile.open(file);
    }

    private AttentionFile written(String name, String text) throws IOException {
        return AttentionFile.open(Files.writeString(folder.resolve(name), text));
    }

    /** The formula of make_attention.py. */
    private static double weight(int layer, int head, int i, int j, int keys) {
        double sum = 0;
        for (int key = 0; key < keys; key++) {
            sum += (layer * 7 + head * 5 + i * 3 + key * 11) % 13 + 1;
        }
        return ((layer * 7 + head * 5 + i * 3 + j * 11) % 13 + 1) / sum;
    }

    private static void holds(Weights read, int layer, int head) {
        Grid a = read.a();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.cols(); j++) {
                assertThat(a.at(i, j)).isEqualTo(weight(layer, head, i, j, a.cols()));
            }
        }
    }

    static Weights weights(AttentionFile file, int array, int layer, int head) {
        return file.weights(array, layer, head, file.asking(array), file.answering(array));
    }

    @Test
    void readsListsThatPythonWroteToTheLastBit() throws IOException {
        AttentionFile file = open("attention.json");
        assertThat(file.arrays()).containsExactly(new AttentionFile.Array("", 2, 3, 4, 4));
        assertThat(file.asking(0))
                .isEqualTo(AttentionFile.numbered(file.arrays().get(0).queries()));
        for (int head = 0; head < 6; head++) {
            Weights read = weights(file, 0, head / 3, head % 3);
            holds(read, head / 3, head % 3);
            assertThat(read.from().words()).containsExactly("1", "2", "3", "4");
            assertThat(file.uneven(0, read)).isEmpty();
        }
    }

    @Test
    void readsTheArraysOfAnObjectWithTheirTokens() throws IOException {
        AttentionFile file = open("attention-object.json");
        // whole numbers beyond 1 are the places of tokens, no shares
        assertThat(file.arrays())
                .containsExactly(
                        new AttentionFile.Array("cross", 1, 1, 2, 5), new AttentionFile.Array("low", 1, 3, 4, 4));
        assertThat(file.asking(0)).containsExactly("yes", "naïve, “no”");
        assertThat(file.answering(0)).isEqualTo(FIVE);
        Weights cross = weights(file, 0, 0, 0);
        holds(cross, 0, 0);
        assertThat(cross.from().words()).containsExactly("yes", "naïve, “no”");
        assertThat(cross.to().words()).isEqualTo(FIVE);
        assertThat(weights(file, 1, 0, 2).a().at(3, 1)).isEqualTo((double) (float) weight(0, 2, 3, 1, 4));
        assertThat(weights(file, 1, 0, 2).to().words()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void numbersThatAreNoWeightsAreRefusedOnlyWhereTheyAreShown() throws IOException {
        AttentionFile file = open("attention-nan.json");
        holds(weights(file, 0, 0, 0), 0, 0);
        assertThatThrownBy(() -> weights(file, 1, 0, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds NaN in row 1, column 2 of L0·H0");
    }

    @Test
    void readsPlainTablesAndTablesWithLabels() throws IOException {
        AttentionFile plain = open("attention-plain.csv");
        assertThat(plain.arrays()).containsExactly(new AttentionFile.Array("", 1, 1, 4, 4));
        assertThat(plain.asking(0))
                .isEqualTo(AttentionFile.numbered(plain.arrays().get(0).queries()));
        holds(weights(plain, 0, 0, 0), 1, 2);
        AttentionFile labelled = open("attention-labels.csv");
        Weights read = weights(labelled, 0, 0, 0);
        holds(read, 0, 0);
        assertThat(read.from().words()).containsExactly("yes", "naïve, “no”");
        assertThat(read.to().words()).containsExactly("p", "q's", "'s", "-", "t\nu");
    }

    /** Words that spreadsheets would take for formulas, for quotes or for numbers. */
    @Test
    void whatRegardWroteAsCsvComesBackBitForBit() throws IOException {
        List<String> words = List.of("=1+1", "-", "'s", "'", "a,\"b\"", "7", "[CLS]", "＝", " x ");
        Random random = new Random(8);
        Matrix a = Matrix.fill(9, 9, (i, j) -> random.nextInt(5) == 0 ? 0 : Math.scalb(random.nextDouble(), -i * j));
        Path file = folder.resolve("regard.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            Csv.write(out, new Csv.Labelled("weights", words, words, a));
        }
        AttentionFile opened = AttentionFile.open(file);
        Weights read = weights(opened, 0, 0, 0);
        assertThat(read.a()).isEqualTo(a);
        assertThat(read.from().words()).isEqualTo(words);
        assertThat(read.to()).isEqualTo(read.from());
        // counted tokens look like numbers, and still are words
        List<String> counted = AttentionFile.numbered(3);
        Matrix cross = Matrix.of(new double[][] {{0.5, 0.5}, {1, 0}, {0, 1}});
        try (OutputStream out = Files.newOutputStream(file)) {
            Csv.write(out, new Csv.Labelled("weights", counted, List.of("x", "y"), cross));
        }
        assertThat(weights(AttentionFile.open(file), 0, 0, 0).a()).isEqualTo(cross);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[[1,0],[0,1] | is not whole or not JSON: line 1, column 13",
                "[[0.5,0.5];[1,0]] | is not whole or not JSON: line 2, column 1",
                "[[0.5,0.5],;[1]] | line 2, column 3: 2 items expected, as many as in the list before, 1 found",
                "[[0.5,0.5],;[1,0,0]] | line 2, column 6: 2 items expected, as many as in the list before, more found",
                "[[[1]],[[1],[1]]] | line 1, column 13: 1 items expected",
                "[[0.5,0.5],1] | line 1, column 12: a list in [ ] is expected, not 1",
                "[[0.5,[1]]] | line 1, column 7: a number is expected, not a list in [ ]",
                "[[0.5,\"a\"]] | line 1, column 7: a number is expected, not “a”",
                "[[\"a\"]] | line 1, column 3: a number is expected, not “a”",
                "[[null]] | line 1, column 8: a number is expected, not only null",
                "[[0.5,true]] | line 1, column 7: a number is expected, not true",
                "[[]] | a number is expected, not the end of an empty list",
                "[[1],[]] | line 1, column 7: 1 items expected",
                "[] | a number is expected",
                "[0.5,0.5] | the numbers stand in 1 list; two to four",
                "[[[[[[1]]]]]] | the numbers stand in 6 lists inside each other; two to four",
                "{\"a\":[[[[[[1]]]]]]} | the numbers stand in 6 lists",
                "{\"a\":[0.5],\"b\":{}} | holds no array of numbers",
                "{\"scores\":[[0.5]]} | holds no array of numbers",
                "{\"w\":[[1]],\"tokens\":[1]} | “tokens” is a list of texts in quotes, not of 1",
                "{\"w\":[[1]],\"tokens\":2} | “tokens” is to be a list of texts",
                "{\"w\":[[1]],\"w\":[[1]]} | is not whole or not JSON: line 1, column 15",
                "{\"w\":[[1]]} x | is not whole or not JSON",
                "[[1]] [[1]] | line 1, column 7: something follows its end",
                "0.5 | lists of numbers in [ ] are expected",
                "; | is empty",
            })
    void whatIsWrongInJsonIsToldWithItsPlace(String text, String says) {
        assertThatThrownBy(() -> written("bad.json", text.replace(';', '\n')))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("“bad.json”")
                .hasMessageContaining(says)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "0.5,0.5;1 | row 2: 2 cells expected, as the first row has, 1 found",
                "0.5,0.5;1, | row 2, column 2: a number is expected, not “”",
                "0.5,0.5;1,x | row 2, column 2: a number is expected, not “x”",
                ",a;b,\"0.5 | line 2: a quote is opened and never closed",
                "a;b;c | holds no table of numbers: its cells are parted by commas",
                ",a,b | holds no table of numbers",
                "; | is empty",
            })
    void whatIsWrongInCsvIsToldWithItsPlace(String text, String says) {
        assertThatThrownBy(() -> written("bad.csv", text.replace(';', '\n')))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("“bad.csv”")
                .hasMessageContaining(says)
                .hasMessageEndingWith(".");
    }

    @Test
    void whatGoesIntoAModelIsNoAttention() throws IOException {
        AttentionFile file = written(
                "bert.json",
                "{\"input_ids\": [[101, 5]], \"attention_mask\": [[1, 1]], \"token_type_ids\": [[0, 0]], "
                        + "\"attention\": [[1, 0], [0.5, 0.5]]}");
        assertThat(file.arrays()).extracting(AttentionFile.Array::name).containsExactly("attention");
    }
}
