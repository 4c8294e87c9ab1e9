package app.regard.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.words.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The figures as text, compared letter by letter with what they were when somebody last looked at them: whatever moves,
 * changes colour or says another number shows here. {@link #main} draws them anew; look at the difference before it is
 * committed.
 */
class FigureTextTest {
    private static final Path FOLDER = Path.of("src/test/resources/app/regard/export/figures");

    record Drawn(String name, Picture picture) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Drawn> drawn() {
        List<Drawn> all = new ArrayList<>();
        for (int stage = 1; stage <= 8; stage++) {
            all.add(new Drawn("stage" + stage, Picture.of(What.STAGE, stage, 0, View.USUAL)));
        }
        for (What what : List.of(What.HEATMAP, What.ARCS, What.BARS)) {
            all.add(new Drawn(what.name().toLowerCase(java.util.Locale.ROOT), Picture.of(what, 6, 0, View.USUAL)));
        }
        return all;
    }

    private static String text(Drawn drawn) throws IOException {
        Library library = new Library();
        Experiment e = library.example("river").orElseThrow().experiment();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Format.SVG.write(
                Subject.of(Attention.trace(library.resolve(e)), e),
                drawn.picture(),
                FileSize.scaled(1),
                1,
                out,
                Progress.NONE);
        return out.toString(StandardCharsets.UTF_8).replace("><", ">\n<") + "\n";
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void figuresAreAsTheyWereSeen(Drawn drawn) throws IOException {
        assertThat(text(drawn)).isEqualTo(Files.readString(FOLDER.resolve(drawn.name() + ".svg")));
    }

    @Test
    void everyFileIsCompared() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            drawn().stream().map(d -> d.name() + ".svg").toList());
        }
    }

    /** Draws the files anew. */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Files.createDirectories(FOLDER);
        for (Drawn drawn : drawn()) {
            Files.writeString(FOLDER.resolve(drawn.name() + ".svg"), text(drawn));
        }
    }
}
