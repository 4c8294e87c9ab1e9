package app.regard.file.array;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.file.Moments;
import app.regard.file.array.Csv.Labelled;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static String written(Labelled table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Csv.write(out, table);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(UTF_8);
    }

    @Test
    void looksAsExpected() {
        Labelled table = new Labelled(
                "A",
                List.of("the", "a,\"b\""),
                List.of("x", "=1+1", "-2"),
                Matrix.of(new double[] {0.1, -2.5, 3}, new double[] {Double.NEGATIVE_INFINITY, 1e-7, -0.0}));
        assertThat(written(table))
                .isEqualTo("A,x,'=1+1,'-2\r\nthe,0.1,-2.5,3.0\r\n\"a,\"\"b\"\"\",-1E999,1.0E-7,-0.0\r\n");
        assertThat(Csv.read(written(table), "it")).isEqualTo(table);
    }

    @Test
    void anythingComesBack() {
        Random random = new Random(77);
        Moments texts = new Moments(random);
        for (int i = 0; i < 500; i++) {
            int n = 1 + random.nextInt(4);
            int m = 1 + random.nextInt(4);
            Matrix grid = Matrix.fill(n, m, (r, c) -> {
                double number = Double.longBitsToDouble(random.nextLong());
                return Double.isNaN(number) ? Double.NEGATIVE_INFINITY : number;
            });
            // Half a character has no UTF-8.
            List<String> labels = Stream.generate(texts::text)
                    .map(t -> new String(t.getBytes(UTF_8), UTF_8))
                    .limit(n + m + 1)
                    .toList();
            Labelled table =
                    new Labelled(labels.get(0), labels.subList(1, n + 1), labels.subList(n + 1, n + m + 1), grid);
            assertThat(Csv.read(written(table), "it")).isEqualTo(table);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "'",
                "''quoted",
                "＝1",
                "12",
                "-Infinity",
                "1e3",
                ""
            })
    void noLabelBecomesAFormulaAndAllComeBack(String label) throws IOException {
        Labelled table = new Labelled(label, List.of(label), List.of(label), Matrix.of(new double[] {1}));
        String text = written(table);
        CsvCells cells = new CsvCells(new StringReader(text), "it");
        for (Optional<List<String>> line = cells.next(); line.isPresent(); line = cells.next()) {
            line.get().forEach(cell -> assertThat(cell).doesNotContainPattern("^[=+@\t\r＝-]"));
        }
        assertThat(Csv.read(text, "it")).isEqualTo(table);
    }

    @Test
    void readsWhatOthersWrite() {
        Labelled plain = Csv.read("1,2e-3\n-inf, .5 \n\n", "it");
        assertThat(plain)
                .isEqualTo(new Labelled("", List.of(), List.of(), Matrix.of(new double[] {1, 0.002}, new double[] {
                    Double.NEGATIVE_INFINITY, 0.5
                })));
        Labelled labelled = Csv.read(",a,\"b\"\ra,1,2\rb,3,4", "it");
        assertThat(labelled)
                .isEqualTo(new Labelled(
                        "", List.of("a", "b"), List.of("a", "b"), Matrix.of(new double[] {1, 2}, new double[] {3, 4})));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "1,2;3,x | row 2, column 2",
                ",a;b,none | row 2, column 2",
                ",a;b,0x1p3 | row 2, column 2",
                ",a;b,1d | row 2, column 2",
                "1,2;3 | row 2: 2 cells expected",
                ",\"a;b,1 | line 1: a quote is opened",
                ",a;\"b\"c,1 | line 2: a comma",
                ";; | is empty"
            })
    void refusesWithThePlace(String text, String says) {
        assertThatThrownBy(() -> Csv.read(text.replace(';', '\n'), "it"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("it")
                .hasMessageContaining(says);
    }
}
