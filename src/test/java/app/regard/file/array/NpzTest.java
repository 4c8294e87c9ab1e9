package app.regard.file.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
    @TempDir
    private Path folder;

    private static Map<String, Matrix> two() {
        Map<String, Matrix> two = new LinkedHashMap<>();
        two.put("weights", Matrix.of(new double[] {0.1, -2.5}, new double[] {1 / 3.0, Double.NEGATIVE_INFINITY}));
        two.put("W_Q", Matrix.identity(3));
        return two;
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npz.write(out, two());
        return out.toByteArray();
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = Files.write(folder.resolve("two.npz"), written());
        assertThat(Npz.headers(file).keySet()).containsExactly("weights", "W_Q");
        two().forEach((name, matrix) ->
                assertThat(NpyTest.copy(Npz.read(file, name).grid())).isEqualTo(matrix));
    }

    @Test
    void theBytesDependOnNothingButTheNumbers() throws IOException {
        byte[] here = written();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(written()).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void everyArrayIsTheFileThatNumPyWouldWrite() throws IOException {
        Path file = Files.write(folder.resolve("two.npz"), written());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("weights.npy");
            assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            ByteArrayOutputStream alone = new ByteArrayOutputStream();
            Npy.write(alone, two().values().iterator().next());
            assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(alone.toByteArray());
        }
    }

    @Test
    void readsWhatNumPyWrote() {
        Path stored = NpyTest.resource("stored.npz");
        assertThat(Npz.headers(stored).keySet()).containsExactlyInAnyOrder("weights", "heads");
        assertThat(Npz.headers(stored).values())
                .extracting(NpyHeader::sizes)
                .containsExactlyInAnyOrder("2 × 3", "2 × 3 × 3");
        assertThat(Npz.read(stored, "heads").at(1, 2, 2)).isEqualTo(17);
        Path deflated = NpyTest.resource("deflated.npz");
        assertThat(Npz.read(deflated, "weights").at(1, 0)).isEqualTo(Math.PI);
        assertThat(Npz.read(deflated, "zeros").shape()).containsExactly(200, 200);
    }

    @Test
    void refusesWhatIsNone() throws IOException {
        assertThatThrownBy(() -> Npz.headers(NpyTest.resource("f8_c.npy")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not a .npz file");
        assertThatThrownBy(() -> Npz.read(NpyTest.resource("stored.npz"), "nobody"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no array “nobody”");
        assertThatThrownBy(() -> Npz.headers(folder.resolve("no.npz")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no file");
    }

    /** The central directory claims two gigabytes for an entry of some hundred bytes. */
    @Test
    void refusesEntriesThatClaimToBeHuge() throws IOException {
        byte[] zip = Files.readAllBytes(NpyTest.resource("deflated.npz"));
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int claims = 0;
        for (int i = 0; i < zip.length - 46; i++) {
            if (bytes.getInt(i) == 0x02014b50) {
                bytes.putInt(i + 24, Integer.MAX_VALUE);
                claims++;
            }
        }
        assertThat(claims).isEqualTo(2);
        Path file = Files.write(folder.resolve("huge.npz"), zip);
        assertThatThrownBy(() -> Npz.read(file, "weights"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("claims to be 2147483647 bytes");
    }

    @Test
    void aZipCutAnywhereIsRefused() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length += 7) {
            Path file = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Npz.headers(file)).isInstanceOf(Refusal.class);
        }
    }
}
