package app.regard.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.View;
import app.regard.stage.LayerPlot;
import app.regard.trace.Followed;
import app.regard.trace.Likeness;
import app.regard.trace.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plots as text, compared letter by letter with what they were when somebody last looked at them. {@link #main} draws them
 * anew; look at the difference before it is committed.
 */
class PlotTextTest {
    private static final Path FOLDER = Path.of("src/test/resources/app/regard/export/plots");
    private static final Frame FRAME = new Frame(760, 400, View.USUAL);

    record Drawn(String name, Figure figure) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Drawn> drawn() {
        return List.of(new Drawn("layers", layers(FRAME)));
    }

    static Figure layers(Frame frame) {
        return LayerPlot.of(
                new Followed(
                        "model",
                        new Followed.Word("bank of the river", "bank", 1, List.of("bank")),
                        Optional.of(new Followed.Word("money in the bank", "bank", 1, List.of("bank"))),
                        List.of(
                                line(Followed.Kind.MOVED, 1, 0.82, 0.72, 0.65, 0.6, 0.56, 0.44),
                                line(Followed.Kind.APART, 0.988, 0.922, 0.881, 0.825, 0.85, 0.878, 0.819),
                                line(Followed.Kind.USUAL, 0.098, 0.176, 0.221, 0.261, 0.281, 0.284, 0.14))),
                frame);
    }

    private static Followed.Line line(Followed.Kind kind, double... cosines) {
        return new Followed.Line(
                kind,
                DoubleStream.of(cosines)
                        .<Likeness>mapToObj(c -> new Likeness.Cosine(c, 1, 1))
                        .toList());
    }

    private static String text(Figure figure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Format.SVG.write(figure, "a plot", false, 1, out, Progress.NONE);
        return out.toString(StandardCharsets.UTF_8).replace("><", ">\n<") + "\n";
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void plotsAreAsTheyWereSeen(Drawn drawn) throws IOException {
        assertThat(text(drawn.figure())).isEqualTo(Files.readString(FOLDER.resolve(drawn.name() + ".svg")));
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
            Files.writeString(FOLDER.resolve(drawn.name() + ".svg"), text(drawn.figure()));
        }
    }
}
