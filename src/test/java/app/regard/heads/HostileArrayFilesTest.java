package app.regard.heads;

import static app.regard.heads.AttentionBytes.doubles;
import static app.regard.heads.AttentionBytes.npy;
import static app.regard.heads.AttentionBytes.safetensors;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.heads.AttentionBytes.Member;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of arrays that claim what is not there, hold more than can be read, or are not what they were saved as. */
class HostileArrayFilesTest {
    private static final List<String> TWO = List.of("a", "b");
    private static final byte[] HALVES = npy("<f8", "(2, 2)", doubles(.5, .5, .5, .5));

    @TempDir
    private Path folder;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private void refused(String name, byte[] bytes, String says) throws IOException {
        Path file = write(name, bytes);
        assertThatThrownBy(() -> AttentionFile.open(file).weights(0, 0, 0, TWO, TWO))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“" + name + "”")
                .hasMessageContaining(says)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(0, 2, 2) | has no heads: its sizes are 0 × 2 × 2",
                "(0, 3, 2, 2) | has no heads: its sizes are 0 × 3 × 2 × 2",
                "(2, 0, 5) | weights of 0 × 5 tokens; from 1 to 4096",
            })
    void anArrayWithoutHeadsOrTokensIsNone(String shape, String says) throws IOException {
        refused("none.npy", npy("<f8", shape, new byte[0]), says);
    }

    @Test
    void moreHeadsThanAnyModelHasAreRefused() throws IOException {
        assertThat(AttentionFile.open(write("most.npy", npy("<f2", "(64, 64, 1, 1)", new byte[8192])))
                        .arrays())
                .containsExactly(new AttentionFile.Array("", 64, 64, 1, 1));
        refused("heads.npy", npy("<f2", "(4097, 1, 1)", new byte[8194]), "has 4,097 heads; at most 4,096 are read");
        refused(
                "layers.npz",
                AttentionBytes.deflated(new Member("a.npy", npy("<f2", "(2000, 2000, 1, 1)", new byte[8_000_000]))),
                "has 4,000,000 heads; at most 4,096 are read");
    }

    @Test
    void oneStrangeArrayDoesNotShutTheFile() throws IOException {
        byte[][] strange = {
            npy("|O", "(1,)", new byte[150]),
            npy("<U1", "(3,)", new byte[12]),
            npy("<c16", "(1, 1)", new byte[16]),
            npy("<f4", "(1, 1, 1, 1, 1, 1)", new byte[4]),
            npy("<f4", "(4097, 1, 1)", new byte[4 * 4097]),
            npy("<f4", "(0, 2, 2)", new byte[0]),
        };
        for (byte[] array : strange) {
            Path file = write(
                    "beside.npz", AttentionBytes.stored(new Member("a.npy", array), new Member("good.npy", HALVES)));
            AttentionFile opened = AttentionFile.open(file);
            assertThat(opened.arrays()).extracting(AttentionFile.Array::name).containsExactly("good");
            assertThat(opened.weights(0, 0, 0, TWO, TWO).a().at(1, 1)).isEqualTo(.5);
        }
        refused("alone.npz", AttentionBytes.stored(new Member("a.npy", strange[0])), "holds Python objects");
    }

    /** Here something is left of the file that nobody understands, or it says two things at once. */
    @Test
    void aDamagedArrayShutsTheFile() throws IOException {
        byte[] cut = Arrays.copyOf(HALVES, HALVES.length - 8);
        byte[] longer = Arrays.copyOf(HALVES, HALVES.length + 3);
        Member good = new Member("good.npy", HALVES);
        refused("cut.npz", AttentionBytes.stored(new Member("a.npy", cut), good), "is cut short");
        refused("longer.npz", AttentionBytes.stored(new Member("a.npy", longer), good), "3 bytes are left over");
        refused("twice.npz", AttentionBytes.stored(good, good), "holds two arrays “good”");
        refused("longer.npy", longer, "3 bytes are left over after its last number");
    }

    @Test
    void aHeaderFullOfDigitsTakesNoTime() throws IOException {
        for (String shape :
                List.of("(" + "1".repeat(64_900), "(" + " ".repeat(64_900) + "1", "(1" + " ".repeat(64_000))) {
            refused(
                    "digits.npz",
                    AttentionBytes.deflated(new Member("a.npy", npy("<f8", shape, new byte[8]))),
                    "header");
        }
    }

    /** Whatever bit of an archive is turned: its numbers are those that were saved, or it is refused. */
    @Test
    void noBitOfAnArchiveCanBeTurnedUnnoticed() throws IOException {
        Member tokens = new Member("tokens.npy", npy("|u1", "(3,)", "x\ny".getBytes(UTF_8)));
        Member weights = new Member("a.npy", HALVES);
        for (byte[] archive :
                List.of(AttentionBytes.stored(weights, tokens), AttentionBytes.deflated(weights, tokens))) {
            int refused = 0;
            for (int at = 0; at < archive.length; at++) {
                byte[] turned = archive.clone();
                turned[at] ^= (byte) (1 << at % 8);
                Path file = write("turned.npz", turned);
                try {
                    AttentionFile opened = AttentionFile.open(file);
                    var a = opened.weights(0, 0, 0, TWO, TWO).a();
                    assertThat(List.of(a.at(0, 0), a.at(0, 1), a.at(1, 0), a.at(1, 1)))
                            .as("byte " + at)
                            .containsOnly(.5);
                    assertThat(opened.asking(0)).isIn(AttentionFile.numbered(2), List.of("x", "y"));
                } catch (Refusal e) {
                    refused++;
                    assertThat(e.getMessage()).endsWith(".").doesNotContain("null");
                }
            }
            assertThat(refused).isGreaterThan(150);
        }
    }

    @Test
    void safetensorsHoldNothingButTheirTensors() throws IOException {
        String tensor = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[%d,%d]%s}}%s";
        assertThat(AttentionFile.open(
                                write("good.safetensors", safetensors(tensor.formatted(0, 16, "", "  "), new byte[16])))
                        .arrays())
                .hasSize(1);
        refused("gap.safetensors", safetensors(tensor.formatted(16, 32, "", ""), new byte[32]), "its bytes 0 to 16");
        refused("end.safetensors", safetensors(tensor.formatted(0, 16, "", ""), new byte[56]), "its bytes 16 to 56");
        refused("two.safetensors", safetensors(tensor.formatted(0, 16, "", "{}"), new byte[16]), "nothing else");
        refused("more.safetensors", safetensors(tensor.formatted(0, 16, ",\"x\":1", ""), new byte[16]), "nothing else");
        refused(
                "whole.safetensors",
                safetensors("{\"a\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,8]}}", new byte[8]),
                "claims the shape [2]");
        refused(
                "noshape.safetensors",
                safetensors("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", new byte[4]),
                "kind, shape and place");
    }

    /** The JSON library's own limits bear no place, and a header can be all brackets, digits or names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"x\":' | [ | 5000 | nothing else",
                "{\"a\":{\"shape\":[' | 1 | 5000 | in line 1",
                "{\"a\":{\"shape\":[0' | ,0 | 5000 | kind, shape and place",
                "{\"__metadata__\":{\"' | x | 60000 | in line 1",
                "{\"__metadata__\":{\"a\":' | [ | 5000 | kind, shape and place",
            })
    void aHeaderBeyondAllBoundsIsRefusedInWords(String start, String again, int times, String says) throws IOException {
        String header = start.replace("'", "") + again.strip().repeat(times);
        refused("bounds.safetensors", safetensors(header, new byte[16]), says);
    }

    @Test
    void moreTensorsOrNotesThanCanBeReadAreRefused() throws IOException {
        String empty = "\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";
        refused("tensors.safetensors", safetensors(names(10_001, empty), new byte[0]), "more than 10,000 tensors");
        refused(
                "notes.safetensors",
                safetensors("{\"__metadata__\":" + names(10_001, "\":\"\"") + "}", new byte[0]),
                "more than 10,000 notes");
    }

    private static String names(int count, String value) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + value).collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void moreTokensThanCanBeReadAreRefused() throws IOException {
        Member weights = new Member("a.npy", HALVES);
        int many = 5_000_000;
        byte[] bomb = AttentionBytes.deflated(
                weights, new Member("tokens.npy", npy("|u1", "(" + many + ",)", new byte[many])));
        assertThat(bomb.length).isLessThan(10_000);
        refused("bomb.npz", bomb, "keeps 5,000,000 bytes as “tokens”; at most 4,194,304 bytes of tokens are read");
        byte[] lines = "\n".repeat(70_000).getBytes(UTF_8);
        refused(
                "lines.npz",
                AttentionBytes.deflated(weights, new Member("tokens.npy", npy("|u1", "(70000,)", lines))),
                "names more than 65,536 tokens; at most 65,536 are read");
        String note = "{\"__metadata__\":{\"tokens\":\"[%s]\"},"
                + "\"a\":{\"dtype\":\"F64\",\"shape\":[2,2],\"data_offsets\":[0,32]}}";
        byte[] data = doubles(.5, .5, .5, .5);
        refused(
                "note.safetensors",
                safetensors(note.formatted("\\\"\\\",".repeat(70_000) + "\\\"\\\""), data),
                "names more than 65,536 tokens");
        refused(
                "long.safetensors",
                safetensors(note.formatted("\\\"a\\\",\\\"" + "b".repeat(1001) + "\\\""), data),
                "Token 2 of “long.safetensors” has 1,001 characters; at most 1,000 are read");
        Path file = write("tokens.txt", new byte[(4 << 20) + 1]);
        assertThatThrownBy(() -> TokenFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at most 4,194,304 bytes are read");
        assertThatThrownBy(() -> TokenFile.read(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not a file");
    }
}
