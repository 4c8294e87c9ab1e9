package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of numbers that few files have, and caches of models that turn queries and keys by their places; made by hand. */
class RareNumbersTest {
    @TempDir
    private Path folder;

    private AttentionFile open(String name, byte[] bytes) throws IOException {
        return AttentionFile.open(Files.write(folder.resolve(name), bytes));
    }

    private static Weights first(AttentionFile file) {
        return file.weights(0, 0, 0, file.asking(0), file.answering(0));
    }

    /** 1, ½, ¼ and 0; ⅜; the smallest number there is; the largest of an E4M3, which has no infinity, by the OCP's table. */
    @ParameterizedTest
    @CsvSource({
        "F8_E4M3, 38, 1",
        "F8_E4M3, 30, 0.5",
        "F8_E4M3, 28, 0.25",
        "F8_E4M3, 00, 0",
        "F8_E4M3, 2C, 0.375",
        "F8_E4M3, 01, 0.001953125",
        "F8_E4M3, 07, 0.013671875",
        "F8_E4M3, 08, 0.015625",
        "F8_E4M3, 7E, 448",
        "F8_E5M2, 3C, 1",
        "F8_E5M2, 38, 0.5",
        "F8_E5M2, 36, 0.375",
        "F8_E5M2, 01, 0.0000152587890625",
        "F8_E5M2, 04, 0.00006103515625",
        "F8_E5M2, 7B, 57344"
    })
    void numbersOfEightBitsAreRead(String kind, String bits, double due) throws IOException {
        byte[] data = {(byte) Integer.parseInt(bits, 16), 0, 0, 0};
        AttentionFile file = open(
                "eight.safetensors",
                AttentionBytes.safetensors(
                        "{\"a\":{\"dtype\":\"" + kind + "\",\"shape\":[2,2],\"data_offsets\":[0,4]}}", data));
        assertThat(first(file).a().at(0, 0)).isEqualTo(due);
    }

    @Test
    void rowsOfEightBitsMaySumToAlmostOne() throws IOException {
        // 0.6875 and 0.34375, the nearest to ⅔ and ⅓: 1.03125
        byte[] data = {0x33, 0x2B, 0x2B, 0x33};
        AttentionFile file = open(
                "eight.safetensors",
                AttentionBytes.safetensors(
                        "{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[2,2],\"data_offsets\":[0,4]}}", data));
        assertThat(first(file).a().at(0, 0) + first(file).a().at(0, 1)).isEqualTo(1.03125);
        assertThat(file.caution(0, first(file), Reading.PLAIN)).isEmpty();
    }

    @Test
    void nullIsANumberThatIsNotThere() throws IOException {
        AttentionFile file = open(
                "null.json",
                "{\"attention\": [[null, null], [0.25, 0.75]], \"later\": [[null, null], [null, null]]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(file.arrays()).hasSize(1);
        assertThat(first(file).a().at(0, 1)).isNaN();
        assertThat(first(file).a().at(1, 1)).isEqualTo(0.75);
        assertThat(file.caution(0, first(file), Reading.PLAIN)).contains("row", "no numbers");
    }

    /**
     * Two tokens, a head of one number: q = 1 and 2, k = 0 and ln 3 as rotated, and other numbers as they were before. Row 1:
     * e⁰ to e^(ln 3), 1 to 3; row 2: 1 to 9.
     */
    @Test
    void rotatedQueriesAndKeysGoBeforePlainOnes() throws IOException {
        List<String> names = List.of("q", "k", "v", "rot_q", "rot_k");
        StringBuilder header = new StringBuilder("{");
        for (int i = 0; i < names.size(); i++) {
            header.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "\"blocks.0.attn.hook_%s\":{\"dtype\":\"F64\",\"shape\":[1,2,1,1],\"data_offsets\":[%d,%d]}",
                            names.get(i),
                            16 * i,
                            16 * i + 16));
        }
        byte[] data = AttentionBytes.doubles(7, -7, 5, 3, 10, 20, 1, 2, 0, Math.log(3));
        AttentionFile file = open(
                "rotary.safetensors",
                AttentionBytes.safetensors(header.append('}').toString(), data));
        Weights w = first(file);
        double[] due = {1 / 4.0, 3 / 4.0, 1 / 10.0, 9 / 10.0};
        for (int cell = 0; cell < 4; cell++) {
            assertThat(w.a().at(cell / 2, cell % 2))
                    .isCloseTo(due[cell], org.assertj.core.api.Assertions.within(1e-12));
        }
        GivenHead given = file.given(0, 0, 0).orElseThrow();
        assertThat(given.q().at(1, 0)).isEqualTo(2);
        assertThat(given.k().at(1, 0)).isEqualTo(Math.log(3));
        assertThat(given.v().at(1, 0)).isEqualTo(20);
        assertThat(file.said(0)).contains("not used: “blocks.0.attn.hook_q”", "“blocks.0.attn.hook_k”");
    }

    @Test
    void recordsMayStandALineEach() throws IOException {
        String lines = """
                {"tokens": ["a", "b"], "attention": [[1, 0], [0.25, 0.75]]}
                {"tokens": ["c", "d"], "attention": [[1, 0], [0.5, 0.5]]}
                """;
        AttentionFile file = open("lines.json", lines.getBytes(StandardCharsets.UTF_8));
        assertThat(file.arrays())
                .extracting(AttentionFile.Array::name)
                .containsExactly("[0].attention", "[1].attention");
        assertThat(file.asking(1)).containsExactly("c", "d");
        assertThat(file.weights(1, 0, 0, file.asking(1), file.answering(1)).a().at(1, 0))
                .isEqualTo(0.5);
    }

    /** Four queries, four keys, two heads behind them: each of the four slices seems to be a head whose columns sum to 1. */
    @Test
    void headsThatStandLastAreGuessedFromTheSumsAndSaid() throws IOException {
        double[] numbers = new double[32];
        for (int at = 0; at < 32; at++) {
            numbers[at] = at / 2 % 4 == 0 ? 0.7 : 0.1;
        }
        AttentionFile file = open("last.npy", AttentionBytes.npy("<f8", "(4, 4, 2)", AttentionBytes.doubles(numbers)));
        assertThat(file.caution(0, first(file), Reading.PLAIN))
                .contains("heads stand last", "numpy.moveaxis(a, -1, -3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w.csv | 0,25;0,75/1,0;0,0 | parted by semicolons",
                "w.csv | 0,25;0,5;0,25/1,0;0,0;0,0 | parted by semicolons",
                "w.json.gz | any | unpack it first (gunzip)"
            })
    void whatIsSavedOtherwiseIsRefusedWithWhatToDo(String name, String lines, String due) {
        byte[] bytes = lines.replace('/', '\n').getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> open(name, bytes)).isInstanceOf(Refusal.class).hasMessageContaining(due);
    }

    @Test
    void aKindOfNumberThatCannotBeReadIsNamed() {
        String header = "{\"attn\":{\"dtype\":\"F4\",\"shape\":[2,2],\"data_offsets\":[0,2]}}";
        assertThatThrownBy(() -> open("four.safetensors", AttentionBytes.safetensors(header, new byte[2])))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds “attn” as F4")
                .hasMessageContaining("Save it as F32");
    }
}
