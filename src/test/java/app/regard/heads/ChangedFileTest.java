package app.regard.heads;

import static app.regard.heads.AttentionBytes.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.heads.AttentionBytes.Member;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is written anew while it is open gives no numbers any more, until it is opened again. */
class ChangedFileTest {
    private static final List<String> TWO = List.of("a", "b");

    @TempDir
    private Path folder;

    /** Two heads of 2 × 2: of one layer before, of two layers after, in as many bytes. */
    private static byte[] file(String ending, boolean after) throws IOException {
        String shape = after ? "2, 1, 2, 2" : "1, 2, 2, 2";
        byte[] data = after ? doubles(1, 0, 1, 0, 0, 1, 0, 1) : doubles(.5, .5, .5, .5, .25, .75, .25, .75);
        byte[] npy = AttentionBytes.npy("<f8", "(" + shape + ")", data);
        return switch (ending) {
            case "npy" -> npy;
            case "npz" -> AttentionBytes.stored(new Member("a.npy", npy));
            default ->
                AttentionBytes.safetensors(
                        "{\"a\":{\"dtype\":\"F64\",\"shape\":[" + shape + "],\"data_offsets\":[0,64]}}", data);
        };
    }

    private Path before(String ending) throws IOException {
        return Files.write(folder.resolve("attention." + ending), file(ending, false));
    }

    private static double second(AttentionFile opened) {
        return opened.weights(0, 0, 1, TWO, TWO).a().at(0, 0);
    }

    private static void assertChanged(AttentionFile opened) {
        assertThatThrownBy(() -> second(opened))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("has changed since it was opened: open it again.");
    }

    /** The writer sets the time back, so that nothing but the bytes tells. */
    @ParameterizedTest
    @ValueSource(strings = {"npy", "npz", "safetensors"})
    void overwrittenInPlaceWithAsManyBytes(String ending) throws IOException {
        Path file = before(ending);
        AttentionFile opened = AttentionFile.open(file);
        assertThat(second(opened)).isEqualTo(.25);
        FileTime time = Files.getLastModifiedTime(file);
        Files.write(file, file(ending, true), StandardOpenOption.WRITE);
        Files.setLastModifiedTime(file, time);
        assertChanged(opened);
        AttentionFile again = AttentionFile.open(file);
        assertThat(again.arrays().get(0).layers()).isEqualTo(2);
        assertThat(again.weights(0, 1, 0, TWO, TWO).a().at(0, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy", "npz", "safetensors"})
    void replacedByAnotherFileOfThatName(String ending) throws IOException {
        Path file = before(ending);
        AttentionFile opened = AttentionFile.open(file);
        Path other = Files.write(folder.resolve("other"), file(ending, true));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertChanged(opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy", "npz", "safetensors"})
    void cutShortOrMadeLonger(String ending) throws IOException {
        Path file = before(ending);
        byte[] bytes = Files.readAllBytes(file);
        AttentionFile opened = AttentionFile.open(file);
        assertThat(second(opened)).isEqualTo(.25);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));
        assertChanged(opened);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 64));
        assertChanged(opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy", "npz", "safetensors"})
    void aNewTimeAloneCounts(String ending) throws IOException {
        Path file = before(ending);
        AttentionFile opened = AttentionFile.open(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertChanged(opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy", "npz", "safetensors"})
    void takenAway(String ending) throws IOException {
        Path file = before(ending);
        AttentionFile opened = AttentionFile.open(file);
        Files.delete(file);
        assertThatThrownBy(() -> second(opened))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("There is no file “");
    }
}
