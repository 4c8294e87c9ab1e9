package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.PixelBrush;
import app.regard.draw.Ramp;
import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Matrix;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The picture of all heads by its spots, its colours and its texts. */
class HeadGridTest {
    private static final View VIEW = View.USUAL;

    /** Six layers of twelve heads, each with one weight all over: a 72nd more than the head before. */
    private static final HeadGrid.Heads EVEN =
            new HeadGrid.Heads(6, 12, (layer, head) -> Matrix.fill(5, 5, (i, j) -> (layer * 12 + head) / 72.0));

    private static Spot head(int layer, int head) {
        return new Spot(HeadGrid.HEADS, layer, head);
    }

    private static List<String> texts(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(m -> ((Mark.Text) m).text())
                .toList();
    }

    private static int pixel(Figure figure, double x, double y) {
        BufferedImage image =
                new BufferedImage((int) figure.width(), (int) figure.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        PixelBrush.paint(figure, image, 1);
        return image.getRGB((int) x, (int) y);
    }

    /** A line of two hundred would be a thread: it is broken, in a window and on a sheet. */
    @Test
    void hundredsOfHeadsOfOneLayerStandInSeveralLines() {
        HeadGrid.Heads many = new HeadGrid.Heads(1, 200, (layer, head) -> Matrix.fill(4, 4, (i, j) -> 0.25));
        for (Frame frame : List.of(new Frame(900, 600, VIEW), HeadGrid.room(many, VIEW))) {
            Figure figure = HeadGrid.of(many, frame);
            double left = figure.boxOf(head(0, 0)).orElseThrow().x();
            long lines = many.all().stream()
                    .map(spot -> figure.boxOf(spot).orElseThrow())
                    .peek(box -> {
                        assertThat(Math.min(box.width(), box.height())).isGreaterThan(20);
                        assertThat(box.right()).isLessThanOrEqualTo(frame.width() + 1e-9);
                        assertThat(box.bottom()).isLessThanOrEqualTo(frame.height() + 1e-9);
                    })
                    .filter(box -> box.x() == left)
                    .count();
            assertThat(lines).isGreaterThan(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"720, 480", "1200, 800", "340, 300", "1200, 300", "300, 900"})
    void everyHeadHasAPlaceOfItsOwnInsideTheFrame(double width, double height) {
        Figure figure = HeadGrid.of(EVEN, new Frame(width, height, VIEW));
        List<Box> boxes = new ArrayList<>();
        for (Spot spot : EVEN.all()) {
            Box box = figure.boxOf(spot).orElseThrow();
            assertThat(figure.spotAt(box.centreX(), box.centreY())).contains(spot);
            assertThat(box.x()).isGreaterThanOrEqualTo(0);
            assertThat(box.y()).isGreaterThanOrEqualTo(0);
            assertThat(box.right()).isLessThanOrEqualTo(width + 1e-9);
            assertThat(box.bottom()).isLessThan(height);
            assertThat(boxes).noneMatch(other -> other.contains(box.centreX(), box.centreY()));
            boxes.add(box);
        }
        assertThat(boxes).hasSize(72);
        assertThat(figure.boxOf(head(0, 1)).orElseThrow().x())
                .isGreaterThan(figure.boxOf(head(0, 0)).orElseThrow().x());
        assertThat(figure.boxOf(head(1, 0)).orElseThrow().y())
                .isGreaterThan(figure.boxOf(head(0, 0)).orElseThrow().y());
        assertThat(figure.spotAt(width - 1, height - 1)).isEmpty();
        assertThat(figure.boxOf(head(6, 0))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theSameWeightHasTheSameColourInEveryHeadAndOneIsTheRampsEnd(Theme theme) {
        View view = VIEW.withTheme(theme).withRamp(Ramp.CIVIDIS);
        Figure figure = HeadGrid.of(EVEN, new Frame(720, 480, view));
        for (Spot spot : List.of(head(0, 0), head(2, 5), head(5, 11))) {
            Box box = figure.boxOf(spot).orElseThrow();
            double weight = (spot.row() * 12 + spot.col()) / 72.0;
            assertThat(pixel(figure, box.centreX(), box.centreY()))
                    .isEqualTo(view.palette().sequential(weight));
        }
        assertThat(texts(figure)).contains("0", "1.00").anyMatch(t -> t.startsWith("The same colours for every head"));
    }

    @Test
    void aMapIsDrawnTheRightWayRound() {
        // only the first query looks at the last key: the top right corner
        Grid corner = Matrix.fill(4, 4, (i, j) -> i == 0 && j == 3 ? 1 : 0);
        HeadGrid.Heads one = new HeadGrid.Heads(1, 1, (layer, head) -> corner);
        Figure figure = HeadGrid.of(one, new Frame(300, 300, VIEW));
        Box box = figure.boxOf(head(0, 0)).orElseThrow();
        double eighth = box.width() / 6;
        int strong = VIEW.palette().sequential(1);
        assertThat(pixel(figure, box.right() - eighth, box.y() + eighth)).isEqualTo(strong);
        assertThat(pixel(figure, box.x() + eighth, box.y() + eighth)).isNotEqualTo(strong);
        assertThat(pixel(figure, box.right() - eighth, box.bottom() - eighth)).isNotEqualTo(strong);
    }

    @Test
    void whereCellsAreSmallerThanAUnitTheStrongestOfThemShows() {
        Grid one = Matrix.fill(900, 900, (i, j) -> i == 450 && j == 450 ? 1 : 0);
        Figure figure = HeadGrid.of(new HeadGrid.Heads(1, 1, (layer, head) -> one), new Frame(200, 200, VIEW));
        Box box = figure.boxOf(head(0, 0)).orElseThrow();
        int strong = 0;
        for (int dx = -2; dx <= 2; dx++) {
            for (int dy = -2; dy <= 2; dy++) {
                strong += pixel(figure, box.centreX() + dx, box.centreY() + dy)
                                == VIEW.palette().sequential(1)
                        ? 1
                        : 0;
            }
        }
        assertThat(strong).isPositive();
    }

    /** Colours of 16 hundredths lie near the ground, and those of the other heads are as they were. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void headsThatStandBackArePaleAndStillThere(Theme theme) {
        View view = VIEW.withTheme(theme);
        Frame frame = new Frame(720, 480, view);
        Figure plain = HeadGrid.of(EVEN, frame);
        Figure some = HeadGrid.of(EVEN.withFaint(Set.of(head(5, 11), head(2, 5))), frame);
        int ground = view.palette().of(ColourRole.CARD);
        for (Spot spot : EVEN.all()) {
            Box box = some.boxOf(spot).orElseThrow();
            int was = pixel(plain, box.centreX(), box.centreY());
            int is = pixel(some, box.centreX(), box.centreY());
            boolean back = spot.equals(head(5, 11)) || spot.equals(head(2, 5));
            if (!back) {
                assertThat(is).isEqualTo(was);
                continue;
            }
            for (int shift = 16; shift >= 0; shift -= 8) {
                int due = (int) Math.round((ground >> shift & 255) * 0.84 + (was >> shift & 255) * 0.16);
                assertThat(is >> shift & 255).isEqualTo(due);
            }
        }
    }

    @Test
    void arrowKeysGoFromHeadToHead() {
        Area area = HeadGrid.of(EVEN, new Frame(720, 480, VIEW)).areas().get(0);
        assertThat(area.first()).contains(head(0, 0));
        assertThat(area.next(head(2, 3), 1, 0)).contains(head(3, 3));
        assertThat(area.next(head(2, 3), 0, -1)).contains(head(2, 2));
        assertThat(area.next(head(2, 11), 0, 1)).isEmpty();
        assertThat(area.next(head(2, 0), 0, -1)).isEmpty();
        assertThat(area.next(head(5, 3), 1, 0)).isEmpty();
        assertThat(area.next(head(0, 3), -1, 0)).isEmpty();
    }

    @Test
    void aListKeepsItsOrderAndNamesEveryHead() {
        List<HeadGrid.Listed> order = List.of(
                new HeadGrid.Listed(new HeadId(3, 1), "0.68"),
                new HeadGrid.Listed(new HeadId(0, 2), "0.41"),
                new HeadGrid.Listed(new HeadId(5, 11), ""));
        Figure figure = HeadGrid.of(EVEN, order, new Frame(500, 240, VIEW));
        assertThat(texts(figure)).contains("L3·H1", "0.68", "L0·H2", "0.41", "L5·H11");
        Box first = figure.boxOf(head(3, 1)).orElseThrow();
        Box second = figure.boxOf(head(0, 2)).orElseThrow();
        assertThat(second.x()).isGreaterThan(first.x());
        assertThat(figure.boxOf(head(0, 0))).isEmpty();
        assertThat(figure.spotAt(first.centreX(), first.centreY())).contains(head(3, 1));
        assertThat(figure.areas().get(0).next(head(3, 1), 0, 1)).contains(head(0, 2));
        assertThat(HeadGrid.of(EVEN, List.of(), new Frame(500, 240, VIEW)).spotAt(10, 10))
                .isEmpty();
    }

    @Test
    void marksRingTheOpenHeadAndTheOnePointedAt() {
        Figure base = HeadGrid.of(EVEN, new Frame(720, 480, VIEW));
        Figure marks = HeadGrid.marks(base, Optional.of(head(3, 1)), Optional.of(head(9, 9)), VIEW);
        assertThat(marks.marks()).singleElement().isInstanceOfSatisfying(Mark.Rectangle.class, ring -> {
            assertThat(ring.edge()).isEqualTo(VIEW.palette().of(ColourRole.QUERY));
            assertThat(ring.box().centreX())
                    .isEqualTo(base.boxOf(head(3, 1)).orElseThrow().centreX());
        });
    }

    @Test
    void oneHeadAtATimeIsAskedFor() {
        List<Spot> asked = new ArrayList<>();
        HeadGrid.Heads heads = new HeadGrid.Heads(2, 2, (layer, head) -> {
            asked.add(head(layer, head));
            return Matrix.identity(2);
        });
        Figure figure = HeadGrid.of(heads, new Frame(300, 300, VIEW));
        assertThat(asked).containsExactly(head(0, 0), head(0, 1), head(1, 0), head(1, 1));
        pixel(figure, 1, 1);
        assertThat(asked).hasSize(4);
        assertThatThrownBy(() -> new HeadGrid.Heads(0, 3, (layer, head) -> Matrix.identity(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 layers");
    }
}
