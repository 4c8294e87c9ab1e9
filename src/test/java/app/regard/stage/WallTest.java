package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Table;
import app.regard.draw.View;
import app.regard.draw.chart.GridArea;
import app.regard.engine.Attention;
import app.regard.stage.vectors.AskedVectors;
import app.regard.trace.Experiment;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages in the little room that they have on a wall of 1920 × 1080, where all is magnified: 16 dimensions, a few words. */
class WallTest {
    private static final double WIDTH = 470;
    private static final double HEIGHT = 199;
    private static final String WORDS = "the animal slept because it was tired near the river";

    private static Figure base(int words, int stage) {
        String text = String.join(" ", List.of(WORDS.split(" ")).subList(0, words));
        Trace t = Attention.trace(new Library().resolve(Experiment.of(text, new Source.Simple("similarity"))));
        return AskedVectors.base(Stages.of(stage), t, 1, new Frame(WIDTH, HEIGHT, View.USUAL));
    }

    @ParameterizedTest
    @CsvSource({"2,2", "2,3", "2,7", "2,8", "4,2", "4,3", "4,7", "4,8", "10,2", "10,3", "10,7", "10,8"})
    void noRowIsLeftOutAndNoNameIsCutToNothing(int words, int stage) {
        Figure base = base(words, stage);
        List<GridArea> matrices = base.areas().stream()
                .filter(GridArea.class::isInstance)
                .map(GridArea.class::cast)
                .toList();
        assertThat(matrices).hasSizeGreaterThan(2).allSatisfy(matrix -> {
            Table table = matrix.table();
            assertThat(matrix.rows().gap()).as("left out of " + table.title()).isNegative();
            assertThat(matrix.rows().length()).as("height of " + table.title()).isGreaterThan(35);
        });
        List<Mark.Text> labels = texts(base).toList();
        assertThat(labels).filteredOn(text -> text.turn() != 0).allSatisfy(text -> assertThat(text.text())
                .matches("[^…]+|.{5,}"));
        List<Mark.Text> level = new ArrayList<>(labels);
        level.removeIf(text -> text.turn() != 0 || text.text().equals("Q")); // of W, set low
        double first = matrices.get(0).rows().start();
        for (Mark.Text one : level) {
            for (Mark.Text other : level) { // titles, and names of columns below them
                boolean above = one.y() < first && other.y() < first;
                if (above && one.y() != other.y()) {
                    assertThat(Math.abs(one.y() - other.y()))
                            .as(one.text() + " on " + other.text())
                            .isGreaterThan(11);
                }
            }
        }
    }

    private static Stream<Mark.Text> texts(Figure figure) {
        return figure.marks().stream()
                .flatMap(mark -> mark instanceof Mark.Label label
                        ? Stream.of(label.text())
                        : mark instanceof Mark.Text text ? Stream.of(text) : Stream.empty());
    }
}
