package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsRememberedComesBack() {
        Moments moments = new Moments(new Random(8));
        Path file = folder.resolve("new/folder/session.json");
        for (int i = 0; i < 100; i++) {
            Saved saved = new Saved(
                    i == 0 ? null : moments.next(),
                    Map.of("theme", "dark", "text " + i, moments.text()),
                    1200.5,
                    800,
                    List.of("/a/" + moments.text(), "b.regard"));
            saved.write(file);
            assertThat(Saved.read(file)).isEqualTo(saved);
        }
    }

    @Test
    void noFileIsNothing() {
        assertThat(Saved.read(folder.resolve("no.json"))).isEqualTo(Saved.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"width\": -3}", "{\"last\": {\"stage\": 1}}", "{\"settings\": {\"a\": 1}}"})
    void aBrokenFileIsNothingAndIsSetAside(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("session.json"), text);
        assertThat(Saved.read(file)).isEqualTo(Saved.NOTHING);
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("session.json.broken")).hasContent(text);
        Saved.NOTHING.write(file);
        assertThat(Saved.read(file)).isEqualTo(Saved.NOTHING);
    }

    @Test
    void theNewestTenFilesAreKept() {
        List<String> opened = new ArrayList<>(List.of("f9"));
        for (int i = 14; i >= 0; i--) {
            opened.add("f" + i);
        }
        Saved saved = new Saved(null, Map.of(), 0, 0, opened);
        assertThat(saved.recent()).hasSize(10).startsWith("f9", "f14", "f13").doesNotHaveDuplicates();
        assertThat(saved.recent())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(5, 15).mapToObj(i -> "f" + i).toList());
    }

    @Test
    void everySystemHasItsPlace() {
        assertThat(Saved.place("Linux", "/home/a", name -> null)).isEqualTo(Path.of("/home/a/.config/regard"));
        assertThat(Saved.place("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", "/c")::get))
                .isEqualTo(Path.of("/c/regard"));
        assertThat(Saved.place("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", "relative")::get))
                .isEqualTo(Path.of("/home/a/.config/regard"));
        assertThat(Saved.place("Mac OS X", "/Users/a", name -> null))
                .isEqualTo(Path.of("/Users/a/Library/Application Support/Regard"));
        assertThat(Saved.place("Windows 11", "/u", Map.of("APPDATA", "/u/r")::get))
                .isEqualTo(Path.of("/u/r/Regard"));
    }

    @Test
    void noWindowIsLargerThanTheWorld() {
        assertThatThrownBy(() -> new Saved(null, Map.of(), Double.NaN, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOfFilesAreAllowedEverywhere() {
        assertThat(FileName.suggest("The animal didn’t cross, because…", "weights", "csv"))
                .isEqualTo("the-animal-didnt-cross-because-weights.csv");
        assertThat(FileName.suggest("../../etc/passwd", "", "json")).isEqualTo("etc-passwd.json");
        assertThat(FileName.suggest("…", "W_Q", "npy")).isEqualTo("attention-w_q.npy");
        assertThat(FileName.suggest("CON", "", "svg")).isEqualTo("attention.svg");
        assertThat(FileName.suggest("word ".repeat(50), "", "svg"))
                .hasSizeLessThan(60)
                .endsWith("word.svg");
        assertThat(FileName.suggest("銀行", "", "svg")).isEqualTo("銀行.svg");
    }
}
