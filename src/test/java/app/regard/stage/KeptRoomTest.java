package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.View;
import app.regard.draw.chart.GridArea;
import app.regard.source.Resolver;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.transformer.OneModel;
import app.regard.words.Library;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Room is kept for the names of columns where they are drawn, and they are drawn where it is kept: measured in the marks of
 * every stage and of the map, in the rooms that windows of 1024 × 700 to 1920 × 1080 and a wall give them.
 */
class KeptRoomTest {
    private static final List<String> WORDS = List.of(
            ("the old king saw a small red house near the big river and his grandmother slept because it was tired "
                            + "while the cat ran to the bank with some money that the queen had given to the poor child who "
                            + "lived in a cold city by the sea where birds sing all day long and people walk along the hills")
                    .split(" "));
    private static final double[][] STAGES = {
        {478, 255},
        {478, 225},
        {478, 200},
        {622, 342},
        {622, 310},
        {622, 280},
        {622, 420},
        {1026, 560},
        {1026, 300},
        {464, 233},
        {464, 221},
        {464, 186},
        {464, 160}
    };
    private static final double[][] MAPS = {{278, 287}, {334, 328}, {213, 217}, {213, 196}, {536, 560}};

    /** Cells stand this far below a title that has no names below it, at most. */
    private static final double UNNAMED = 6;

    /** To the right of the last column there is the frame around a row, and less than a column more. */
    private static final double RIGHT = 8;

    /** Titles take so much above names. */
    private static final double TITLE = 22;

    /** Columns of colours grow no wider than this. */
    private static final double WIDEST_COLOUR = 24;

    private static Content content(int words, Source source) {
        Experiment e = Experiment.of(String.join(" ", WORDS.subList(0, words)), source);
        return new Resolver(new Library(), OneModel.trained()).content(e, Progress.NONE);
    }

    private static Source source(String head) {
        return head.isEmpty() ? new Source.Trained("all-MiniLM-L6-v2", 3, 1) : new Source.Simple(head);
    }

    @ParameterizedTest
    @CsvSource({
        "2,similarity",
        "4,similarity",
        "8,coreference",
        "12,similarity",
        "17,agreement",
        "42,similarity",
        "60,coreference",
        "2,''",
        "4,''",
        "12,''",
        "42,''"
    })
    void namesAreDrawnWhereRoomIsKeptForThemAndNowhereElse(int words, String head) {
        Content seen = content(words, source(head));
        for (double text : new double[] {1, 1.3}) {
            View view = View.USUAL.withTextScale(text);
            for (double[] room : MAPS) {
                Frame frame = new Frame(room[0] * text, room[1], view);
                check(
                        "map of " + words + " in " + frame.width() + " × " + frame.height(),
                        0,
                        frame,
                        WeightFigures.heatMap(seen.weights(), words, frame));
            }
            for (int stage = 1; stage <= Stages.ALL.size(); stage++) {
                for (double[] room : STAGES) {
                    for (int variant = 0; variant < seen.variants(stage).size(); variant++) {
                        Frame frame = new Frame(room[0], room[1], view, variant, Map.of());
                        String where = words + " words, stage " + stage + ", variant " + variant + ", in " + room[0]
                                + " × " + room[1] + ", text " + text;
                        check(where, TITLE * text, frame, seen.base(stage, 1, frame));
                    }
                }
            }
        }
    }

    /** In so narrow a figure that its matrices leave out their middles. */
    @ParameterizedTest
    @CsvSource({"12,similarity", "12,''", "42,coreference"})
    void theDotsForColumnsThatAreLeftOutTouchNoName(int words, String head) {
        Content seen = content(words, source(head));
        int dots = 0;
        for (int stage : new int[] {1, 2, 3, 7, 8}) {
            for (double width : new double[] {190, 220, 250, 300}) {
                List<Mark.Text> labels = texts(seen.base(stage, 1, new Frame(width, 420, View.USUAL)), Mark.Label.class)
                        .toList();
                for (Mark.Text gap : labels) {
                    for (Mark.Text name : labels) {
                        boolean both = gap.text().equals("…") && !name.text().equals("…");
                        Area touched = new Area(ink(gap, 0.12, 0));
                        touched.intersect(new Area(ink(name, 0.7, 0.2)));
                        assertThat(both && !touched.isEmpty())
                                .as("… on %s: stage %s, %s wide", name.text(), stage, width)
                                .isFalse();
                        dots += both ? 1 : 0;
                    }
                }
            }
        }
        assertThat(dots).isPositive();
    }

    private static void check(String where, double title, Frame frame, Figure base) {
        for (Mark.Text one : texts(base, Mark.Text.class).toList()) {
            assertThat(ink(one).getMaxX())
                    .as("right end of %s: %s", one.text(), where)
                    .isLessThan(frame.width() + 1);
        }
        List<Mark.Text> labels = texts(base, Mark.Label.class).toList();
        for (Mark.Text label : labels) {
            assertThat(ink(label).getMaxX())
                    .as("right end of %s: %s", label.text(), where)
                    .isLessThan(frame.width() + 1);
            assertThat(ink(label).getMinY())
                    .as("top of %s: %s", label.text(), where)
                    .isGreaterThan(title - 3);
        }
        Map<Double, List<GridArea>> beside = base.areas().stream()
                .filter(GridArea.class::isInstance)
                .map(GridArea.class::cast)
                .collect(Collectors.groupingBy(grid -> grid.rows().start()));
        beside.forEach((start, grids) -> {
            List<Boolean> aslant = grids.stream()
                    .map(grid -> named(labels, grid).anyMatch(l -> l.turn() != 0))
                    .toList();
            boolean level = grids.stream().anyMatch(grid -> named(labels, grid)
                    .anyMatch(l -> l.turn() == 0 && !l.text().equals("…")));
            double kept = start - grids.get(0).top();
            double line = 21 * frame.view().textScale();
            double most = aslant.contains(true)
                    ? frame.height()
                    : level ? line : UNNAMED * frame.view().textScale();
            assertThat(kept).as("room for names: %s", where).isLessThanOrEqualTo(most);
            if (aslant.contains(true)) { // all have the room, so that all are named
                List<String> unnamed = IntStream.range(0, grids.size())
                        .filter(g -> named(labels, grids.get(g)).findAny().isEmpty())
                        .mapToObj(g -> grids.get(g).table().title())
                        .toList();
                assertThat(unnamed).as("without names: %s", where).isEmpty();
            }
            GridArea last = grids.get(grids.size() - 1);
            boolean narrow = last.cols().pitch() < WIDEST_COLOUR - 1;
            if (narrow && title > 0 && !aslant.get(aslant.size() - 1) && frame.width() < 700) {
                assertThat(frame.width() - last.cols().end())
                        .as("room at the right: %s", where)
                        .isLessThan(RIGHT);
            }
        });
        assertThat(labels)
                .filteredOn(label -> label.turn() != 0 && !label.text().equals("…"))
                .allSatisfy(label -> assertThat(label.text()).as(where).matches("[^…]+|.{5,}"));
    }

    /** The names that stand at the tops of a matrix's columns. */
    private static Stream<Mark.Text> named(List<Mark.Text> labels, GridArea grid) {
        double top = grid.rows().start();
        return labels.stream()
                .filter(label -> label.y() < top && label.y() > top - 8)
                .filter(label -> label.x() > grid.cols().start()
                        && label.x() < grid.cols().end() + 8);
    }

    private static Rectangle2D ink(Mark.Text text) {
        return ink(text, 0.7, 0).getBounds2D();
    }

    /** Where a text has ink whose letters reach so high, and so deep below their line, in sizes. */
    private static Shape ink(Mark.Text text, double high, double deep) {
        double width = Lettering.width(text.text(), text.style());
        double from =
                text.anchor() == Mark.Anchor.START ? 0 : text.anchor() == Mark.Anchor.MIDDLE ? -width / 2 : -width;
        AffineTransform place = AffineTransform.getTranslateInstance(text.x(), text.y());
        place.rotate(-Math.toRadians(text.turn()));
        double up = text.style().size() * high;
        return place.createTransformedShape(new Rectangle2D.Double(
                from, -up, width, up + deep * text.style().size()));
    }

    /** The names of rows and columns, or all other texts. */
    private static Stream<Mark.Text> texts(Figure figure, Class<? extends Mark> kind) {
        return figure.marks().stream()
                .flatMap(mark -> mark instanceof Mark.Moved moved
                        ? texts(moved.figure(), kind)
                        : !kind.isInstance(mark)
                                ? Stream.empty()
                                : Stream.of(mark instanceof Mark.Label label ? label.text() : (Mark.Text) mark));
    }
}
