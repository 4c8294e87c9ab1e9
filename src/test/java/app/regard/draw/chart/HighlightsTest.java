package app.regard.draw.chart;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Axis;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.PixelBrush;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.View;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is pointed at is framed without hiding a cell, and its names are always there to be read. */
class HighlightsTest {
    private static final View VIEW = View.USUAL;
    private static final List<String> WORDS =
            List.of("The", "animal", "didn't", "cross", "street", "because", "it", "was", "tired", "grandmother");

    private static Table table(int rows, int cols) {
        Table.Numbers numbers = (i, j) -> (i * 31 + j * 17) % 97 / 97.0;
        return new Table(
                "A",
                false,
                "A",
                ColourRole.QUERY,
                axis("rows", rows),
                axis("cols", cols),
                numbers,
                Scale.of(numbers, rows, cols),
                true,
                true);
    }

    private static Axis axis(String name, int size) {
        return new Axis(
                name,
                IntStream.range(0, size)
                        .mapToObj(i -> WORDS.get(i % WORDS.size()) + i)
                        .toList());
    }

    /** As a stage asks: the focused row, its cell, and the names of both. */
    private static Figure marks(Figure base, int i, int j) {
        Spot row = new Spot("A", i, Spot.LABEL);
        Spot col = new Spot("A", Spot.LABEL, j);
        return Highlights.over(
                base,
                List.of(
                        new Highlights.Glow(row, Highlights.Kind.LINE, ColourRole.QUERY),
                        new Highlights.Glow(col, Highlights.Kind.SOURCE, ColourRole.KEY),
                        new Highlights.Glow(row, Highlights.Kind.NAME, ColourRole.QUERY),
                        new Highlights.Glow(col, Highlights.Kind.NAME, ColourRole.KEY),
                        new Highlights.Glow(new Spot("A", i, j), Highlights.Kind.ASKED, ColourRole.ASK)),
                VIEW);
    }

    private static BufferedImage paint(Figure figure) {
        BufferedImage image =
                new BufferedImage((int) figure.width(), (int) figure.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        PixelBrush.paint(figure, image, 1);
        return image;
    }

    @ParameterizedTest
    @CsvSource({"700,700,350,20", "3,3000,1,1500", "700,3,699,2", "60,60,0,59", "200,200,100,7"})
    void whereCellsAreThinnerThanTheirFrameNoPixelOfThemChanges(int rows, int cols, int i, int j) {
        Figure base = HeatMap.of(table(rows, cols), Math.max(rows, cols), new Frame(380, 420, VIEW));
        GridArea grid = (GridArea) base.areas().get(0);
        Figure marks = marks(base, i, j);
        BufferedImage without = paint(base.bare());
        BufferedImage with = paint(base.bare().with(marks, 0, 0));
        for (int y = (int) Math.ceil(grid.rows().start()); y < (int) grid.rows().end(); y++) {
            for (int x = (int) Math.ceil(grid.cols().start());
                    x < (int) grid.cols().end();
                    x++) {
                assertThat(with.getRGB(x, y)).as("%s, %s", x, y).isEqualTo(without.getRGB(x, y));
            }
        }
        int ask = VIEW.palette().of(ColourRole.ASK);
        assertThat(IntStream.range(0, 380 * 420)
                        .filter(at -> with.getRGB(at % 380, at / 380) == ask)
                        .count())
                .as("it is marked all the same")
                .isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource({"4", "12", "20", "40", "64", "300"})
    void theNamesOfTheAskedRowAndColumnAreAlwaysDrawnAndNothingTouchesThem(int words) {
        Figure base = HeatMap.of(table(words, words), words, new Frame(340, 360, VIEW));
        GridArea grid = (GridArea) base.areas().get(0);
        for (int i = 0; i < words; i += Math.max(1, words / 23)) {
            int j = words - 1 - i;
            List<Mark.Text> names = names(marks(base, i, j));
            named(
                    names,
                    grid,
                    new Spot("A", i, Spot.LABEL),
                    grid.rows().at(i) + grid.rows().pitch() / 2);
            named(
                    names,
                    grid,
                    new Spot("A", Spot.LABEL, j),
                    grid.cols().at(j) + grid.cols().pitch() / 2);
        }
    }

    private static void named(List<Mark.Text> names, GridArea grid, Spot spot, double middle) {
        boolean row = spot.col() == Spot.LABEL;
        int colour = VIEW.palette().of(row ? ColourRole.QUERY : ColourRole.KEY);
        List<Mark.Text> strong =
                names.stream().filter(t -> t.colour() == colour).toList();
        assertThat(strong).as("%s", spot).hasSize(1);
        Mark.Text name = strong.get(0);
        String word = (row ? grid.table().rows() : grid.table().cols()).labels().get(row ? spot.row() : spot.col());
        String[] ends = name.text().split("…", 2); // a long name is left out in its middle
        assertThat(word).startsWith(ends[0]).endsWith(ends[ends.length - 1]);
        assertThat(name.style().bold()).isTrue();
        assertThat(name.style().size()).isGreaterThanOrEqualTo(11);
        double at = row ? name.y() - name.style().drop() : name.x();
        assertThat(Math.abs(at - middle))
                .as("beside its own row or column")
                .isLessThan(name.style().size() / 2);
        boolean tilted = name.turn() != 0;
        for (Mark.Text other : names) {
            boolean same = row
                    ? other.anchor() == Mark.Anchor.END
                    : other.y() < grid.rows().start();
            if (!other.equals(name) && same) {
                if (row || tilted) {
                    double apart = Math.abs(row ? other.y() - name.y() : other.x() - name.x());
                    assertThat(apart)
                            .isGreaterThanOrEqualTo(
                                    (other.style().size() + name.style().size()) / 2 - 1.1);
                } else {
                    assertThat(box(other).right() <= box(name).x()
                                    || box(name).right() <= box(other).x())
                            .isTrue();
                }
            }
        }
    }

    private static Box box(Mark.Text level) {
        double width = Lettering.width(level.text(), level.style());
        return new Box(level.x() - width / 2, level.y(), width, level.style().size());
    }

    private static List<Mark.Text> names(Figure marks) {
        List<Mark.Text> names = new ArrayList<>();
        for (Mark mark : marks.marks()) {
            if (mark instanceof Mark.Label label) {
                names.add(label.text());
            }
        }
        return names;
    }

    /** On screen the base is painted without names, for the marks bring them: together they have each name once. */
    @Test
    void everyNameStandsOnceUnderMarks() {
        Figure base = HeatMap.of(table(5, 5), 5, new Frame(400, 440, VIEW));
        assertThat(names(base)).hasSize(10);
        assertThat(names(base.bare())).isEmpty();
        assertThat(names(new Figure(1, 1, List.of(), List.of()).with(base, 3, 4).bare()))
                .isEmpty();
        assertThat(names(marks(base, 1, 2)).stream().map(Mark.Text::text))
                .containsExactlyInAnyOrderElementsOf(
                        names(base).stream().map(Mark.Text::text).toList());
    }
}
