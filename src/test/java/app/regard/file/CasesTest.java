package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.engine.References;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {
    private static final String GOOD =
            "{\"tokens\": [\"a\", \"b\"], \"X\": [[1, 2], [3, 4.5]], \"W_Q\": [[1, 0, 1], [0, 1, 1]], "
                    + "\"W_K\": [[1, 0, 1], [0, 1, 1]], \"W_V\": [[1], [2]]}";

    /** The tests of the engine read the same file in their own way. */
    @Test
    void theReferenceIsReadAsTheEnginesTestsReadIt() throws Exception {
        Path file = Path.of(Objects.requireNonNull(References.class.getResource("traces.json"))
                .toURI());
        Cases.Read read = Cases.read(file);
        assertThat(read.list()).isTrue();
        List<References.Case> references = References.cases();
        assertThat(read.cases()).hasSameSizeAs(references);
        for (int i = 0; i < references.size(); i++) {
            var ours = read.cases().get(i).in();
            var theirs = references.get(i).in();
            assertThat(read.cases().get(i).name()).isEqualTo(references.get(i).name());
            assertThat(ours.from().words()).isEqualTo(theirs.from().words());
            assertThat(ours.from().x()).isEqualTo(theirs.from().x());
            assertThat(ours.self()).isTrue();
            assertThat(ours.mask()).isEqualTo(theirs.mask());
            assertThat(ours.positions()).isEqualTo(theirs.positions());
            assertThat(ours.temperature()).isEqualTo(theirs.temperature());
            assertThat(ours.head().q().w()).isEqualTo(theirs.head().q().w());
            assertThat(ours.head().k().w()).isEqualTo(theirs.head().k().w());
            assertThat(ours.head().v().w()).isEqualTo(theirs.head().v().w());
            assertThat(ours.head().q().b()).isEqualTo(theirs.head().q().b());
            assertThat(ours.head().k().b()).isEqualTo(theirs.head().k().b());
            assertThat(ours.head().v().b()).isEqualTo(theirs.head().v().b());
        }
    }

    @Test
    void oneCaseNeedsNoListAndNoOptions() {
        Cases.Read read = Cases.read(GOOD, "it");
        assertThat(read.list()).isFalse();
        assertThat(read.cases().get(0).name()).isEqualTo("case");
        assertThat(read.cases().get(0).in().from().x())
                .isEqualTo(Matrix.of(new double[] {1, 2}, new double[] {3, 4.5}));
        assertThat(read.cases().get(0).in().temperature()).isEqualTo(1);
    }

    @Test
    void twoSentencesAreCrossAttention() {
        String cross = GOOD.replace("\"tokens\"", "\"keyTokens\": [\"c\"], \"keyX\": [[5, 6]], \"tokens\"");
        var in = Cases.read(cross, "it").cases().get(0).in();
        assertThat(in.self()).isFalse();
        assertThat(in.to().words().words()).containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[3, 4.5] | [3] | case 2, X row 2: 2 numbers expected, 1 found",
                "[0, 1, 1]], \"W_K\" | [0, 1]], \"W_K\" | case 2, W_Q row 2: 3 numbers expected, 2 found",
                "[[1], [2]] | [[1]] | case 2, W_V: 2 rows expected",
                "[[1], [2]] | [[], []] | case 2, W_V row 1: 1 to 4096 numbers expected, 0 found",
                "4.5 | 1e999 | case 2, X row 2, number 2: a finite number is expected",
                "4.5 | \"NaN\" | case 2, X row 2, number 2: a finite number is expected, not “NaN”",
                "4.5 | NaN | line 1, column",
                "4.5 | null | case 2, X row 2, number 2",
                "\"a\", \"b\" | \"a\" | case 2, tokens: 2 tokens expected",
                "\"a\", \"b\" | \"a\", \"\" | case 2, tokens, token 2",
                "\"W_V\" | \"W_W\" | case 2: “W_V” is missing",
                "\"tokens\" | \"Temperature\": 2, \"tokens\" | case 2, Temperature: write “temperature”",
                "\"tokens\" | \"temperature\": -2, \"tokens\" | case 2, temperature: the temperature",
                "\"tokens\" | \"mask\": \"diagonal\", \"tokens\" | case 2, mask: “diagonal” is not known",
                "\"tokens\" | \"b_Q\": [1], \"tokens\" | case 2, b_Q: 3 numbers expected, 1 found",
                "\"tokens\" | \"mask\": \"causal\", \"keyTokens\": [\"c\"], \"keyX\": [[5, 6]], \"tokens\" | case 2: A causal",
            })
    void faultsAreNamedWithTheirPlace(String good, String bad, String says) {
        String text = "[" + GOOD + "," + GOOD.replaceFirst(Pattern.quote(good), bad) + "]";
        assertThatThrownBy(() -> Cases.read(text, "“cases.json”"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("“cases.json”")
                .hasMessageContaining(says);
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> Cases.read("[]", "it"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no case");
    }
}
