package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Grid;
import app.regard.trace.Origin;
import app.regard.trace.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attention from files: those that NumPy (make_attention.py) and the safetensors library (make_safetensors.py) wrote, and
 * hostile ones written here.
 */
class AttentionFileTest {
    static final List<String> FOUR = List.of("a", "b", "c", "d");

    @TempDir
    private Path folder;

    /** A file of the resources as one in a folder. */
    static Path resource(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = AttentionFileTest.class.getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private AttentionFile open(String name) throws IOException {
        return AttentionFile.open(resource(folder, name));
    }

    /** The formula of make_attention.py. */
    private static double weight(int layer, int head, int i, int j, int keys) {
        double sum = 0;
        for (int key = 0; key < keys; key++) {
            sum += (layer * 7 + head * 5 + i * 3 + key * 11) % 13 + 1;
        }
        return ((layer * 7 + head * 5 + i * 3 + j * 11) % 13 + 1) / sum;
    }

    static void holds(AttentionFile file, int array, int layer, int head, double precision) {
        Grid a = file.weights(array, layer, head, FOUR, FOUR).a();
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(a.at(i, j)).isCloseTo(weight(layer, head, i, j, 4), within(precision));
            }
        }
    }

    @Test
    void readsAnyHeadOfAnArrayThatNumPySaved() throws IOException {
        for (String name : List.of("attention-f4.npy", "attention-f8-big.npy")) {
            AttentionFile file = open(name);
            assertThat(file.arrays()).containsExactly(new AttentionFile.Array("", 2, 3, 4, 4));
            for (int head = 0; head < 6; head++) {
                holds(file, 0, head / 3, head % 3, name.contains("f4") ? 1e-7 : 0);
            }
        }
        AttentionFile heads = open("attention-heads.npy");
        assertThat(heads.arrays()).containsExactly(new AttentionFile.Array("", 1, 3, 4, 4));
        holds(heads, 0, 0, 2, 0);
        AttentionFile cross = open("attention-cross.npy");
        assertThat(cross.arrays()).containsExactly(new AttentionFile.Array("", 1, 1, 2, 5));
        Weights two = cross.weights(0, 0, 0, List.of("x", "y"), AttentionFile.numbered(5));
        assertThat(two.a().at(1, 4)).isEqualTo(weight(0, 0, 1, 4, 5));
        assertThat(two.origin()).isEqualTo(Origin.IMPORTED);
        assertThat(two.to().words()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void readsArchivesWithTheirTokens() throws IOException {
        AttentionFile file = open("attention.npz");
        assertThat(file.arrays())
                .containsExactly(
                        new AttentionFile.Array("last", 1, 3, 4, 4), new AttentionFile.Array("first", 2, 3, 4, 4));
        assertThat(file.asking(1)).containsExactly("[CLS]", "Zürich", "##s", "[SEP]");
        holds(file, 1, 1, 2, 1e-3);
        assertThat(file.weights(0, 0, 2, FOUR, FOUR).a().at(3, 1)).isEqualTo(weight(1, 2, 3, 1, 4));
        AttentionFile packed = open("attention-packed.npz");
        assertThat(packed.asking(0))
                .isEqualTo(AttentionFile.numbered(packed.arrays().get(0).queries()));
        holds(packed, 0, 1, 1, 1e-7);
    }

    @Test
    void tokensThatAnswerMayBeOthersThanThoseThatAsk() throws IOException {
        AttentionFile file = open("attention-keys.npz");
        assertThat(file.arrays()).containsExactly(new AttentionFile.Array("a", 1, 1, 2, 5));
        assertThat(file.asking(0)).containsExactly("yes", "no");
        assertThat(file.answering(0)).containsExactly("p", "q", "r", "s", "t");
        AttentionFile notes = AttentionFile.open(AttentionFileRefusalsTest.safetensors(
                folder,
                "{\"__metadata__\":{\"tokens\":\"x\",\"key_tokens\":\"[\\\"y\\\", \\\"z\\\"]\"},"
                        + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}",
                8));
        assertThat(notes.asking(0)).containsExactly("x");
        assertThat(notes.answering(0)).containsExactly("y", "z");
        // what fits neither is counted
        assertThat(open("attention-cross.npy").answering(0)).isEqualTo(AttentionFile.numbered(5));
        assertThat(open("attention.npz").answering(1)).containsExactly("[CLS]", "Zürich", "##s", "[SEP]");
    }

    @Test
    void readsSafetensorsOfEveryKindOfFloat() throws IOException {
        AttentionFile file = open("attention.safetensors");
        assertThat(file.arrays())
                .containsExactly(
                        new AttentionFile.Array("f64", 2, 3, 4, 4),
                        new AttentionFile.Array("f32", 2, 3, 4, 4),
                        new AttentionFile.Array("f16", 1, 3, 4, 4),
                        new AttentionFile.Array("bf16", 1, 1, 4, 4));
        assertThat(file.asking(1)).containsExactly("[CLS]", "Zürich", "##s", "[SEP]");
        holds(file, 0, 1, 2, 0);
        holds(file, 1, 1, 0, 1e-7);
        holds(file, 2, 0, 2, 5e-4);
        holds(file, 3, 0, 0, 4e-3);
        for (int array = 0; array < 4; array++) {
            assertThat(file.uneven(array, file.weights(array, 0, 0, FOUR, FOUR)))
                    .isEmpty();
        }
    }

    /** The library puts the tensors in an order of its own, pads its header and escapes what is not ASCII. */
    @Test
    void readsWhatTheSafetensorsLibraryWrote() throws IOException {
        AttentionFile file = open("library.safetensors");
        assertThat(file.arrays())
                .containsExactlyInAnyOrder(
                        new AttentionFile.Array("float32", 2, 3, 5, 5),
                        new AttentionFile.Array("half", 2, 3, 5, 5),
                        new AttentionFile.Array("brain", 2, 3, 5, 5),
                        new AttentionFile.Array("double", 1, 3, 5, 5));
        List<String> tokens = List.of("[CLS]", "naïve", "“quoted”", "##s", "[SEP]");
        assertThat(file.asking(0)).isEqualTo(tokens);
        for (int array = 0; array < 4; array++) {
            String name = file.arrays().get(array).name();
            double precision = Map.of("float32", 1e-7, "half", 5e-4, "brain", 4e-3, "double", 0.0)
                    .getOrDefault(name, 0.0);
            for (int head = 0; head < 6; head++) {
                boolean last = name.equals("double"); // only the last layer
                if (last && head < 3) {
                    continue;
                }
                Weights read = file.weights(array, last ? 0 : head / 3, head % 3, tokens, tokens);
                for (int cell = 0; cell < 25; cell++) {
                    assertThat(read.a().at(cell / 5, cell % 5))
                            .as(name)
                            .isCloseTo(library(head / 3, head % 3, cell / 5, cell % 5), within(precision));
                }
                assertThat(file.uneven(array, read)).isEmpty();
            }
        }
    }

    /** The formula of make_safetensors.py. */
    static double library(int layer, int head, int i, int j) {
        double sum = 0;
        for (int key = 0; key < 5; key++) {
            sum += (layer * 5 + head * 7 + i * 11 + key * 3) % 17 + 1;
        }
        return ((layer * 5 + head * 7 + i * 11 + j * 3) % 17 + 1) / sum;
    }
}
