package app.regard.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.draw.chart.HeatMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The range over which colours run: the ramp's ends lie where it says, and the legend says it. */
class ColourRangeTest {
    private static final Palette PALETTE = View.USUAL.palette();

    @Test
    void evenStepsEndAtTheNumberThatIsChosen() {
        Scale tenth = new ColourRange(0.1, false).scale(0.77);
        assertThat(tenth.colour(0, PALETTE)).isEqualTo(PALETTE.sequential(0));
        assertThat(tenth.colour(0.05, PALETTE)).isEqualTo(PALETTE.sequential(0.5));
        assertThat(tenth.colour(0.1, PALETTE)).isEqualTo(PALETTE.sequential(1));
        assertThat(tenth.colour(0.77, PALETTE)).isEqualTo(PALETTE.sequential(1));
        assertThat(ColourRange.LARGEST.scale(0.5).colour(0.25, PALETTE)).isEqualTo(PALETTE.sequential(0.5));
    }

    @Test
    void equalRatiosAreEqualSteps() {
        Scale log = new ColourRange(1, true).scale(0.3);
        assertThat(log.colour(1, PALETTE)).isEqualTo(PALETTE.sequential(1));
        assertThat(log.colour(0.1, PALETTE)).isEqualTo(PALETTE.sequential(0.75));
        assertThat(log.colour(0.01, PALETTE)).isEqualTo(PALETTE.sequential(0.5));
        assertThat(log.colour(1e-4, PALETTE)).isEqualTo(PALETTE.sequential(0));
        assertThat(log.colour(1e-9, PALETTE)).isEqualTo(PALETTE.sequential(0));
        assertThat(log.colour(0, PALETTE)).isEqualTo(PALETTE.sequential(0));
    }

    @Test
    void theLegendSaysWhichItIs() {
        assertThat(legend(ColourRange.LARGEST)).contains("0", "0.77");
        assertThat(legend(new ColourRange(1, false))).contains("0", "1.00");
        assertThat(legend(new ColourRange(0.1, false))).contains("0", "0.10");
        assertThat(legend(new ColourRange(0.1, true))).contains("1.0e−5", "0.10 log");
    }

    @Test
    void aRangeWithoutAnEndIsNone() {
        assertThatThrownBy(() -> new ColourRange(-1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ColourRange(Double.NaN, false)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What stands below the cells of a map whose largest number is 0.77. */
    private static List<String> legend(ColourRange range) {
        Table.Numbers numbers = (i, j) -> i == 0 && j == 0 ? 0.77 : 0.2;
        Axis axis = new Axis("w", List.of("a", "b"));
        Scale scale = range.scale(numbers, 2, 2);
        Table table = new Table("A", false, "A", ColourRole.QUERY, axis, axis, numbers, scale, true, true);
        Figure map = HeatMap.of(table, 2, new Frame(300, 340, View.USUAL.withRange(range)));
        double end = map.boxOf(new Spot("A", 1, 1)).orElseThrow().bottom();
        return map.marks().stream()
                .filter(mark -> mark instanceof Mark.Text text && text.y() > end)
                .map(mark -> ((Mark.Text) mark).text())
                .toList();
    }

    @Test
    void threeRowsOfThousandsAreAsHighAsTheirNames() {
        List<String> rows = List.of("one", "two", "three");
        List<String> cols = IntStream.range(0, 3000).mapToObj(Integer::toString).toList();
        Table wide = new Table(
                "A",
                false,
                "A",
                ColourRole.QUERY,
                new Axis("r", rows),
                new Axis("c", cols),
                (i, j) -> j % 7 == 0 ? 0.9 : 0.1,
                new Scale(1, false),
                true,
                true);
        Figure map = HeatMap.of(wide, 3000, new Frame(380, 420, View.USUAL));
        List<Mark.Text> names = map.marks().stream()
                .filter(mark -> mark instanceof Mark.Label label
                        && rows.contains(label.text().text()))
                .map(mark -> ((Mark.Label) mark).text())
                .toList();
        assertThat(names).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Box cell = map.boxOf(new Spot("A", i, 1500)).orElseThrow();
            assertThat(cell.height())
                    .isGreaterThanOrEqualTo(names.get(i).style().size());
            assertThat(cell.right()).isLessThanOrEqualTo(380);
        }
    }
}
