package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.file.array.Fingerprint;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons that keep files of attention and images: by place and fingerprint, in a format of their own. */
class KeptFilesTest {
    private static final Source OF_FILE = new Source.Imported("/there/a.npz", "last", 2, 3, true, "520-ab");

    @TempDir
    private Path folder;

    private String written(Moment moment) throws IOException {
        Path file = folder.resolve("l.regard");
        Lessons.write(file, true, Lesson.of(moment));
        return Files.readString(file);
    }

    private Moment moment() {
        return new Moment(Experiment.of("a b c d", OF_FILE), 6, 1)
                .withImage(Optional.of(new Moment.Image("/there/cat.png", "9-c")));
    }

    @Test
    void aFileAndAnImageAreReadAsTheyWereWritten() throws IOException {
        String json = written(moment());
        assertThat(json).contains("\"format\": 3", "\"kind\": \"file\"", "\"/there/cat.png\"", "\"transposed\": true");
        assertThat(Lessons.read(json, "l")).isEqualTo(Lesson.of(moment()));
        Moment plain = new Moment(Experiment.of("a b", new Source.Imported("a.csv", "", 0, 0)), 6, 0);
        assertThat(written(plain)).doesNotContain("image", "fingerprint", "array", "transposed");
        assertThat(Lessons.read(written(plain), "l")).isEqualTo(Lesson.of(plain));
    }

    @Test
    void lessonsWithoutSuchAreWrittenAsBefore() throws IOException {
        Experiment e = Experiment.of("river bank", new Source.Simple("similarity"));
        assertThat(written(new Moment(e, 6, 1))).contains("\"format\": 1");
        assertThat(written(new Moment(e, 6, 1, e.withTemperature(2), null))).contains("\"format\": 2");
        Experiment ofFile = Experiment.of("river bank", OF_FILE);
        assertThat(written(new Moment(e, 6, 1, ofFile, null))).contains("\"format\": 3");
    }

    @Test
    void anOlderFormatDoesNotHaveThem() throws IOException {
        String two = written(moment()).replace("\"format\": 3", "\"format\": 2");
        assertThatThrownBy(() -> Lessons.read(two, "l"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("belongs to format 3, and this lesson says format 2");
        String unknown = written(moment()).replace("\"/there/cat.png\"", "\"/there/cat.png\", \"size\": 3");
        assertThatThrownBy(() -> Lessons.read(unknown, "l"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("size");
    }

    @Test
    void aCopyIsTheSameFileAndAnotherByteIsAnother() throws IOException {
        Path one = Files.write(folder.resolve("one"), new byte[] {1, 2, 3});
        Path copy = Files.write(folder.resolve("copy"), new byte[] {1, 2, 3});
        Files.setLastModifiedTime(copy, FileTime.fromMillis(12345));
        Path other = Files.write(folder.resolve("other"), new byte[] {1, 2, 4});
        String text = Fingerprint.of(one).text();
        assertThat(Fingerprint.of(copy).text()).isEqualTo(text);
        assertThat(Fingerprint.of(other).text()).isNotEqualTo(text);
    }
}
