package app.regard.file.array;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against files that NumPy wrote (make_npy.py). */
class NpyTest {
    private static final Matrix SOME = Matrix.of(
            new double[] {0.1, -2.5, 1e-300}, new double[] {Math.PI, Double.NEGATIVE_INFINITY, Double.MIN_VALUE});

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(NpyTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Matrix copy(Grid g) {
        return Matrix.fill(g.rows(), g.cols(), g::at);
    }

    private static byte[] written(Grid grid) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, grid);
        return out.toByteArray();
    }

    @Test
    void writesTheBytesThatNumPyWrites() throws IOException {
        assertThat(written(SOME)).isEqualTo(Files.readAllBytes(resource("f8_c.npy")));
        assertThat(written(Matrix.zeros(0, 3))).isEqualTo(Files.readAllBytes(resource("f8_empty.npy")));
        assertThat(written(Matrix.fill(1234, 1, (i, j) -> i / 8.0)))
                .isEqualTo(Files.readAllBytes(resource("f8_tall.npy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f8_c", "f8_fortran", "version_2", "version_3"})
    void readsDoublesInBothOrdersAndAllVersions(String name) {
        NpyArray array = Npy.read(resource(name + ".npy"));
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(copy(array.grid())).isEqualTo(SOME);
    }

    @Test
    void readsListsNumbersAndNothing() {
        NpyArray list = Npy.read(resource("f8_list.npy"));
        assertThat(list.shape()).containsExactly(3);
        assertThat(copy(list.grid())).isEqualTo(Matrix.of(3, 1, new double[] {1.5, -0.0, 2.5e-7}));
        assertThat(Npy.read(resource("f8_empty.npy")).shape()).containsExactly(0, 3);
        assertThat(Npy.read(resource("f8_scalar.npy")).at()).isEqualTo(2.5);
    }

    @ParameterizedTest
    @CsvSource({
        "f2_little",
        "f4_little",
        "f4_big",
        "f8_big",
        "f2_big",
        "i1_little",
        "i2_little",
        "i4_little",
        "i8_little",
        "i4_big",
        "u1_little"
    })
    void readsEveryKindOfNumber(String kind) {
        assertThat(copy(Npy.read(resource("kind_" + kind + ".npy")).grid()))
                .isEqualTo(Matrix.fill(2, 3, (i, j) -> 21 * (3 * i + j)));
    }

    @Test
    void readsTheEdgesOfTheKinds() {
        NpyArray half = Npy.read(resource("f2_edges.npy"));
        assertThat(IntStream.range(0, 8).mapToDouble(half::at))
                .containsExactly(
                        1023 * 0x1p-24,
                        0x1p-24,
                        -0x1p-24,
                        65504.0,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        -0.0,
                        0.3330078125);
        NpyArray longs = Npy.read(resource("i8_signs.npy"));
        assertThat(IntStream.range(0, 3).mapToDouble(longs::at)).containsExactly(-1.0, 0x1p40, -0x1p53);
        assertThat(copy(Npy.read(resource("bool.npy")).grid())).isEqualTo(Matrix.identity(2));
    }

    @Test
    void readsThreeAndFourDimensions() {
        NpyArray three = Npy.read(resource("f4_3d.npy"));
        assertThat(three.at(1, 2, 3)).isEqualTo((float) (23 / 3.0));
        for (String name : List.of("f4_4d.npy", "f4_4d_fortran.npy")) {
            NpyArray four = Npy.read(resource(name));
            assertThat(four.shape()).containsExactly(2, 3, 4, 5);
            for (int layer = 0; layer < 2; layer++) {
                for (int head = 0; head < 3; head++) {
                    int first = 20 * (3 * layer + head);
                    assertThat(copy(four.grid(layer, head))).isEqualTo(Matrix.fill(4, 5, (i, j) -> first + 5 * i + j));
                    assertThat(four.at(layer, head, 3, 4)).isEqualTo(first + 19);
                }
            }
            assertThatThrownBy(() -> four.grid(0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> four.at(0, 3, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    /** A header is enough to find one number of a file that nobody reads whole. */
    @Test
    void headersLeadToAnyNumber() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(resource("f4_4d.npy").toFile(), "r")) {
            NpyHeader header = NpyHeader.read(Channels.newInputStream(file.getChannel()), file.length(), "the file");
            assertThat(header.strides()).containsExactly(60L, 20L, 5L, 1L);
            assertThat(header.count()).isEqualTo(120);
            assertThat(file.getFilePointer()).isEqualTo(header.offset());
            file.seek(header.offset() + header.type().size() * 119L);
            byte[] four = new byte[4];
            file.readFully(four);
            ByteBuffer number = ByteBuffer.wrap(four).order(header.type().order());
            assertThat(header.type().read(number, 0)).isEqualTo(119);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "objects.npy | Python objects",
                "records.npy | several fields",
                "complex.npy | astype(\"float64\")",
                "texts.npy | holds texts, not numbers",
                "make_npy.py | not a .npy file",
                "stored.npz | not a .npy file"
            })
    void refusesWhatIsNoArrayOfNumbers(String name, String says) {
        assertThatThrownBy(() -> Npy.read(resource(name)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“" + name + "”")
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f8', 'fortran_order': False, 'shape': (9000000000,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647, 2147483647), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 0, 2147483647, 2147483647), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1, 3), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': __import__('os').system('true'), }",
                "{'descr': '<f8', 'fortran_order': False, }",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,), }",
                "{'descr': '<f8', 'descr': '<f4', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': 1}",
                "{'descr': '', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), } + 1",
                "{{{{",
                ""
            })
    void refusesHostileHeaders(String header) {
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + 16).order(ByteOrder.LITTLE_ENDIAN);
        file.put("\u0093NUMPY\1\0".getBytes(ISO_8859_1)).putShort((short) header.length());
        file.put(header.getBytes(ISO_8859_1));
        refused(file.array());
    }

    @Test
    void refusesHeadersWithoutEnd() {
        ByteBuffer file = ByteBuffer.allocate(70_000).order(ByteOrder.LITTLE_ENDIAN);
        file.put("\u0093NUMPY\2\0".getBytes(ISO_8859_1)).putInt(-2);
        refused(file.array());
        file.clear().put("\u0093NUMPY\2\0".getBytes(ISO_8859_1)).putInt(60_000);
        file.put(("{'shape': (" + "1,".repeat(29_000)).getBytes(ISO_8859_1));
        refused(file.array());
        file.clear().put("\u0093NUMPY\7\0".getBytes(ISO_8859_1));
        refused(file.array());
    }

    /** Cut anywhere, or with any bytes changed, a file is read or refused; nothing else is thrown. */
    @Test
    void damageIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(resource("f4_4d.npy"));
        for (int length = 0; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length));
        }
        Random random = new Random(5);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                damaged[random.nextInt(128)] = (byte) random.nextInt(256);
            }
            try {
                Npy.read(new ByteArrayInputStream(damaged), damaged.length, "the file");
                read++;
            } catch (Refusal e) {
                assertThat(e).hasMessageStartingWith("the file ");
            }
        }
        assertThat(read).isBetween(1, 19_999);
    }

    private static void refused(byte[] file) {
        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(file), file.length, "the file"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("the file ");
    }

    @Test
    void missingFilesAndFoldersAreRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Npy.read(folder.resolve("no.npy")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> Npy.read(folder)).isInstanceOf(Refusal.class).hasMessageContaining("is a folder");
    }
}
