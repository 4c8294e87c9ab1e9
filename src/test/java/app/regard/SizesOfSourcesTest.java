package app.regard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of sources is one thing and a folder one room: at 300 lines and at 32 files they are two. */
class SizesOfSourcesTest {
    private static final int MOST_LINES = 300;
    private static final int MOST_FILES = 32;

    private static List<Path> sources(String of) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", of, "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "test"})
    void noFileIsLong(String of) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources(of)) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noFolderIsFull() throws IOException {
        Map<Path, Long> folders =
                sources("main").stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(folders).hasSizeGreaterThan(20).allSatisfy((folder, files) -> assertThat(files)
                .as("%s", folder)
                .isLessThanOrEqualTo(MOST_FILES));
    }
}
