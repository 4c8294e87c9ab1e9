package app.regard.stage.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.draw.Bitmap;
import app.regard.draw.Box;
import app.regard.draw.ColourRange;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.PixelBrush;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.stage.AskedPair;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import app.regard.ui.Drawn;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of weights over patches: which cell is where, in which colour, and what is left out. */
final class PatchFigureTest {
    private static final double[] ROW = {0.5, 0.2, 0, 0.1, 0.2};

    /** Five tokens: one for the whole, and 2 × 2 patches; each asks alike. */
    private static Weights five() {
        return weights(5, ROW);
    }

    private static Weights weights(int n, double[] row) {
        Sentence tokens = Sentence.of(
                IntStream.range(0, n).mapToObj(i -> i == 0 ? "[CLS]" : "p" + i).toArray(String[]::new));
        return new Weights(tokens, tokens, Matrix.fill(n, n, (i, j) -> row[j]), Origin.IMPORTED);
    }

    private static Bitmap grey(int shade) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                image.setRGB(x, y, shade << 16 | shade << 8 | shade);
            }
        }
        return new Bitmap(image);
    }

    /** On a narrow pane, and on a wall. */
    @ParameterizedTest
    @ValueSource(doubles = {150, 213, 278, 700})
    void whatIsSaidBelowTheImageIsNotCut(double width) {
        Frame frame = new Frame(width, 260, View.USUAL);
        Drawn drawn = Drawn.of(PatchFigure.of(five(), 0, Optional.of(grey(100)), frame));
        assertThat(String.join(" ", drawn.texts()))
                .contains("“[CLS]”, the first token, is no patch: 0.5000 colours over white, and below it over black");
        Figure figure = PatchFigure.of(five(), 0, Optional.of(grey(100)), frame);
        assertThat(figure.marks())
                .filteredOn(Mark.Text.class::isInstance)
                .allSatisfy(mark -> assertThat(((Mark.Text) mark).y()).isLessThan(260));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 1", "4, 2, 0", "5, 2, 1", "196, 14, 0", "197, 14, 1", "577, 24, 1", "4096, 64, 0"})
    void squaresAreGridsWithOrWithoutATokenBefore(int tokens, int side, int first) {
        assertThat(PatchGrid.of(tokens)).contains(new PatchGrid(side, first));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 195, 198})
    void otherCountsAreRefusedWithTheNearestSquares(int tokens) {
        int below = tokens < 4 ? 1 : tokens < 9 ? 4 : tokens < 196 ? 169 : 196;
        assertThat(PatchGrid.of(tokens)).isEmpty();
        assertThatThrownBy(() -> PatchGrid.require(tokens))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("here " + tokens + " answer")
                .hasMessageContaining("= " + below + " and");
    }

    @Test
    void patchesLieLineByLineAndAreCellsOfTheWeights() {
        Figure figure = PatchFigure.of(five(), 3, Optional.empty(), new Frame(200, 270, View.USUAL));
        assertThat(figure.spotAt(10, 10)).contains(new Spot("A", 3, 1));
        assertThat(figure.spotAt(190, 10)).contains(new Spot("A", 3, 2));
        assertThat(figure.spotAt(10, 190)).contains(new Spot("A", 3, 3));
        assertThat(figure.spotAt(190, 190)).contains(new Spot("A", 3, 4));
        assertThat(figure.spotAt(190, 230)).isEmpty();
        assertThat(figure.boxOf(new Spot("A", 3, 4))).contains(new Box(100, 100, 100, 100));
        assertThat(figure.boxOf(new Spot("A", 3, 0)))
                .as("the first token is no patch")
                .isEmpty();
    }

    @Test
    void theFirstTokenIsNamedWithItsWeightAndTheLegendEndsAtTheLargestPatch() {
        assertThat(Drawn.of(PatchFigure.of(five(), 3, Optional.empty(), new Frame(320, 367, View.USUAL)))
                        .texts())
                .contains("0.20", "0.10", "0", "“[CLS]”, the first token, is no patch: 0.5000")
                .doesNotContain("0.50");
        View narrow = View.USUAL.withRange(new ColourRange(0.1, false));
        assertThat(Drawn.of(PatchFigure.of(five(), 3, Optional.empty(), new Frame(320, 367, narrow)))
                        .texts())
                .as("the chosen range")
                .contains("0.10");
        double[] square = {0.4, 0.3, 0.2, 0.1};
        assertThat(Drawn.of(PatchFigure.of(weights(4, square), 0, Optional.empty(), new Frame(320, 350, View.USUAL)))
                        .texts())
                .contains("0.40")
                .noneMatch(text -> text.contains("no patch"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, 255})
    void overAnImageEveryPixelIsHalfImageHalfColour(int shade) {
        Figure figure = PatchFigure.of(five(), 3, Optional.of(grey(shade)), new Frame(200, 264, View.USUAL));
        BufferedImage painted = new BufferedImage(200, 264, BufferedImage.TYPE_INT_RGB);
        PixelBrush.paint(figure, painted, 1);
        Palette palette = View.USUAL.palette();
        double[] shares = {1, 0, 0.5, 1}; // of 0.2, the largest patch's weight
        for (int patch = 0; patch < 4; patch++) {
            int pixel = painted.getRGB(50 + patch % 2 * 100, 50 + patch / 2 * 100);
            int colour = palette.sequential(shares[patch]);
            for (int shift = 0; shift <= 16; shift += 8) {
                int expected = ((colour >> shift & 255) + shade) / 2;
                assertThat(pixel >> shift & 255).as("patch %d", patch).isBetween(expected - 2, expected + 2);
            }
        }
    }

    @Test
    void theFocusedPatchIsFramedAndTheAskedOneToo() {
        Weights w = five();
        Figure base = PatchFigure.of(w, 3, Optional.empty(), new Frame(200, 247, View.USUAL));
        int asked = View.USUAL.palette().of(ColourRole.ASK);
        int focused = View.USUAL.palette().of(ColourRole.QUERY);
        AskedPair pair = new AskedPair(OptionalInt.of(3), OptionalInt.of(2));
        Figure marks = PatchFigure.over(base, w, 3, pair, View.USUAL);
        assertThat(marks.marks())
                .anyMatch(mark -> framed(mark, base.boxOf(new Spot("A", 3, 3)).orElseThrow(), focused))
                .anyMatch(mark -> framed(mark, base.boxOf(new Spot("A", 3, 2)).orElseThrow(), asked));
        assertThat(PatchFigure.over(base, w, 0, AskedPair.NONE, View.USUAL).marks())
                .as("the first token has no patch to frame")
                .isEmpty();
    }

    private static boolean framed(app.regard.draw.Mark mark, Box box, int colour) {
        return mark instanceof app.regard.draw.Mark.Rectangle r
                && r.edge() == colour
                && r.box().equals(box.grown(1));
    }
}
