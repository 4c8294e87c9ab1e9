package app.regard.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which program shows a file in its folder, and what is said where none does. */
class FileManagerTest {
    @TempDir
    private Path folder;

    private Path opener(String script) throws Exception {
        Path program = Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private Map<String, String> environment() {
        return Map.of("PATH", folder.resolve("none") + File.pathSeparator + folder, "DISPLAY", ":9");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFoldersOwnProgramIsRunWithTheFolder() throws Exception {
        Path said = folder.resolve("said");
        opener("echo \"$1\" > '" + said + "'");
        Path file = folder.resolve("a b").resolve("map.pdf");
        List<String> command = FileManager.command("Linux", environment(), file).orElseThrow();
        FileManager.open(command, file);
        assertThat(said).hasContent(folder.resolve("a b").toString());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatDoesNotOpenIsSaidWithTheFilesPath() throws Exception {
        opener("exit 3");
        Path file = folder.resolve("map.pdf");
        List<String> command = FileManager.command("Linux", environment(), file).orElseThrow();
        assertThatThrownBy(() -> FileManager.open(command, file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void withoutDisplayOrProgramNothingIsOffered() throws Exception {
        Path file = folder.resolve("map.pdf");
        assertThat(FileManager.command("Linux", environment(), file)).isEmpty();
        opener("exit 0");
        assertThat(FileManager.command("Linux", Map.of("PATH", folder.toString()), file))
                .isEmpty();
    }

    @Test
    void otherSystemsHaveTheirOwn() {
        Path file = folder.resolve("map.pdf");
        assertThat(FileManager.command("Mac OS X", Map.of(), file)).contains(List.of("open", "-R", file.toString()));
        assertThat(FileManager.command("Windows 11", Map.of(), file))
                .contains(List.of("explorer.exe", "/select," + file));
    }
}
