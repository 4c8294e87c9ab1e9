package app.regard.draw.chart;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Vectors of more numbers than there is room for: whichever is asked about, its column is named whole. */
class VectorPainterTest {
    private static final int WIDTH = 600;
    private static final Spot ASKED = new Spot("X", 0, 410);

    /** Numbers of few and of many letters, the asked one among the shortest: "8.8". */
    private static AlignedVectors vectors(int count) {
        List<AlignedVectors.Entry> entries = IntStream.range(0, count)
                .mapToObj(c -> new AlignedVectors.Entry(
                        c == ASKED.col() ? 8.831 : (c % 3 == 0 ? -1 : 1) * (0.2 + c % 7 / 10.0),
                        Optional.of(new Spot("X", 0, c)),
                        false))
                .toList();
        List<String> names =
                IntStream.range(0, count).mapToObj(Integer::toString).toList();
        return new AlignedVectors(
                names,
                List.of(new AlignedVectors.Line("x “[CLS]”", ColourRole.QUERY, entries, Optional.empty())),
                false);
    }

    @Test
    void theAskedColumnIsNamedWhole() {
        for (int height : new int[] {36, 71, 107}) { // one, two and three bands
            for (int count : new int[] {512, 768}) {
                List<String> texts =
                        VectorPainter.of(vectors(count), ASKED, new Box(0, 0, WIDTH, height), View.USUAL)
                                .marks()
                                .stream()
                                .filter(Mark.Text.class::isInstance)
                                .map(mark -> ((Mark.Text) mark).text())
                                .toList();
                assertThat(texts).as("%d numbers, %d high", count, height).contains("410");
                assertThat(texts).as("how many are left out").noneMatch(text -> text.contains("…"));
            }
        }
    }
}
