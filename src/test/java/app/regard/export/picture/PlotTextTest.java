package app.regard.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Bins;
import app.regard.draw.chart.Histogram;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotAxis;
import app.regard.draw.chart.PlotMarks;
import app.regard.draw.chart.Series;
import app.regard.stage.LayerPlot;
import app.regard.trace.Followed;
import app.regard.trace.Likeness;
import app.regard.trace.Progress;
import app.regard.trace.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
        return List.of(
                new Drawn("layers", layers(FRAME)),
                new Drawn("spread", asked(spread(), new Spot("spread", 1, 4))),
                new Drawn("histogram", asked(histogram(), new Spot("scores", 1, 3))));
    }

    private static Figure asked(Figure base, Spot spot) {
        return base.with(PlotMarks.over(base, spot, View.USUAL), 0, 0);
    }

    private static List<Series.Point> doubling(double... heights) {
        return IntStream.range(0, heights.length)
                .mapToObj(p -> new Series.Point(1 << p, heights[p]))
                .toList();
    }

    /** Two series over numbers that double, one of them with what a theory says of it. */
    private static Figure spread() {
        List<Series> series = List.of(
                Series.chosen("divided by the root", doubling(2.6, 2.55, 2.52, 2.51, 2.5, 2.49))
                        .withTheory(doubling(2.49, 2.49, 2.49, 2.49, 2.49, 2.49)),
                Series.compared("not divided", doubling(2.6, 2.29, 1.85, 1.37, 0.97, 0.67)));
        PlotAxis up = PlotAxis.Linear.holding("bits", 0, 3);
        PlotAxis across = PlotAxis.Logarithmic.holding("numbers in a query", 2, 1, 32);
        return new LinePlot("spread", up, across, series, LinePlot.Names.BESIDE, false, "")
                .in(new Frame(640, 280, View.USUAL));
    }

    /** Two distributions over each other, one of them with what a theory says of it. */
    private static Figure histogram() {
        Bins bins = new Bins(-4, 2, 8);
        List<Series.Point> theory = IntStream.rangeClosed(-8, 8)
                .mapToObj(x -> new Series.Point(x, 0.25 * (1 - x * x / 64.0)))
                .toList();
        List<Histogram.Distribution> both = List.of(
                Histogram.Distribution.compared("not divided", List.of(0.06, 0.11, 0.15, 0.18, 0.2, 0.14, 0.1, 0.06))
                        .withTheory(theory),
                Histogram.Distribution.chosen("divided", List.of(0.0, 0.0, 0.1, 0.45, 0.35, 0.1, 0.0, 0.0)));
        return new Histogram("scores", "share", "score", bins, both).in(new Frame(440, 240, View.USUAL));
    }

    static Figure layers(Frame frame) {
        return LayerPlot.of(
                new Followed(
                        "model",
                        new Followed.Word("bank of the river", "bank", 1, List.of(Token.of("bank"))),
                        Optional.of(new Followed.Word("money in the bank", "bank", 1, List.of(Token.of("bank")))),
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
        Format.SVG.write(figure, "a plot", false, FileSize.scaled(1), out, Progress.NONE);
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
