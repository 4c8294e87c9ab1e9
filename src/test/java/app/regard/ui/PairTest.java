package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Palette;
import app.regard.draw.Ramp;
import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FigureView;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever shows the pair that is pointed at shows it in the same frame; the pixels say so. */
class PairTest extends WindowTest {
    private static final int ASK = Palette.of(Theme.LIGHT, Ramp.BLUE).of(ColourRole.ASK);

    @ParameterizedTest
    @CsvSource({"3,S", "4,S", "4,S/√d", "5,S/√d", "5,E", "6,E", "6,A"})
    void aCellOfTheMapAsksForItsPairInEveryStage(int stage, String matrix) {
        click("stage-" + stage);
        pointAt("heatmap", cell(2, 1));
        assertFramed("stage", new Spot(matrix, 2, 1));
        assertFramed("heatmap", cell(2, 1));
        assertBarFramed(cell(2, 1), true);
        assertBarFramed(cell(2, 0), false);
        pointAt("heatmap", cell(0, 3));
        assertThat(framed("stage", new Spot(matrix, 2, 1))).isFalse();
        assertFramed("stage", new Spot(matrix, 0, 3));
    }

    @Test
    void aScoreAsksForTheWeightOfItsPair() {
        click("stage-3");
        pointAt("stage", new Spot("S", 2, 1));
        assertFramed("heatmap", cell(2, 1));
        assertThat(framed("heatmap", cell(2, 2))).isFalse();
        assertBarFramed(cell(2, 1), true);
    }

    @Test
    void aWeightedValueAsksForTheWeightThatMultipliesIt() {
        click("stage-7");
        pointAt("strip", chip(3));
        pointAt("stage", new Spot("aV", 2, 0));
        assertThat(label("why-formula")).startsWith("a·v(“the”)");
        assertFramed("heatmap", cell(3, 2));
        assertFramed("stage", new Spot("a", 2, 0));
        assertBarFramed(cell(3, 2), true);
    }

    @Test
    void anOutputAsksForARowOfWeights() {
        click("stage-8");
        pointAt("stage", new Spot("O", 1, 3));
        assertThat(query()).isEqualTo(1);
        for (int j = 0; j < 4; j++) {
            assertThat(framed("heatmap", cell(1, j))).isFalse();
        }
        assertFramed("stage", new Spot("O", 1, 3));
        assertThat(figure("stage").figure().boxOf(cell(1, 0)))
                .as("A stands in the equation")
                .isPresent();
    }

    @Test
    void theListAWordScrollsToTheFocusedWord() {
        retype(IntStream.range(0, 40)
                .mapToObj(i -> "word" + (char) ('a' + i / 7) + (char) ('a' + i % 7))
                .collect(Collectors.joining(" ")));
        keys(KeyCode.ENTER);
        for (int word : new int[] {0, 39, 20, 0}) {
            pointAt("heatmap", cell(word, 0));
            ScrollPane scroll =
                    (ScrollPane) figure("lines").getParent().getParent().getParent();
            Area line = figure("lines").figure().areas().get(word);
            Box box = line.first().flatMap(line::boxOf).orElseThrow();
            double seen = scroll.getViewportBounds().getHeight();
            double top = (figure("lines").getHeight() - seen) * scroll.getVvalue();
            assertThat(box.y()).as("line of word %s", word).isGreaterThanOrEqualTo(top);
            assertThat(box.bottom()).isLessThanOrEqualTo(top + seen);
        }
    }

    private void assertFramed(String id, Spot cell) {
        assertThat(framed(id, cell)).as("%s frames %s", id, cell).isTrue();
    }

    /** Whether the colour stands close beside a cell on all four sides, and not inside of it. */
    private boolean framed(String id, Spot cell) {
        FigureView figure = figure(id);
        Box box = figure.figure().boxOf(cell).orElseThrow();
        return onWindow(() -> asks(figure, box.x() - 2, box.centreY())
                && asks(figure, box.right() + 2, box.centreY())
                && asks(figure, box.centreX(), box.y() - 2)
                && asks(figure, box.centreX(), box.bottom() + 2)
                && !asks(figure, box.x() + 3, box.centreY()));
    }

    /** Frames are finer where cells are small: within two pixels. */
    private static boolean asks(FigureView figure, double x, double y) {
        for (int dx = -2; dx <= 2; dx++) {
            for (int dy = -2; dy <= 2; dy++) {
                if (figure.markPixel(x + dx, y + dy) == ASK) {
                    return true;
                }
            }
        }
        return false;
    }

    private void assertBarFramed(Spot bar, boolean framed) {
        FigureView figure = figure("bars");
        Box box = figure.figure().boxOf(bar).orElseThrow();
        boolean any = onWindow(() -> IntStream.range((int) box.y(), (int) box.bottom())
                .anyMatch(y -> figure.pixel(box.centreX(), y) == ASK));
        assertThat(any).as("the bar of %s is framed", bar).isEqualTo(framed);
    }
}
