package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.engine.Attention;
import app.regard.engine.References;
import app.regard.trace.Matrix;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples reproduce what is published of them, out of projections that can be inspected. */
class ExamplesTest {
    private static final Library LIBRARY = new Library();

    private static Trace trace(String id) {
        return Attention.trace(LIBRARY.resolve(LIBRARY.example(id).orElseThrow().experiment()));
    }

    @Test
    void everyExampleStandsInOneGroupUnderATitleThatTellsNoResult() {
        List<ExampleGroup.Entry> entries =
                LIBRARY.groups().stream().flatMap(g -> g.entries().stream()).toList();
        assertThat(entries.stream().map(e -> e.example().id()))
                .containsExactlyInAnyOrderElementsOf(
                        LIBRARY.all().stream().map(Example::id).toList());
        assertThat(entries.stream().map(ExampleGroup.Entry::title))
                .doesNotHaveDuplicates()
                .allSatisfy(title -> assertThat(title).isNotBlank().doesNotContainPattern("[0-9]"));
    }

    @Test
    void everyPresetIsAnExampleWithItsSentenceAndOneLineOnWhatToNotice() {
        List<String> ids = new ArrayList<>();
        References.presets().fieldNames().forEachRemaining(ids::add);
        assertThat(LIBRARY.examples().stream().filter(e -> e.keyText() == null).map(Example::id))
                .containsExactlyElementsOf(ids);
        for (Example e : LIBRARY.examples()) {
            if (e.keyText() == null) {
                assertThat(e.sentence())
                        .isEqualTo(
                                References.presets().get(e.id()).get("sentence").asText());
            }
            assertThat(e.notice()).isNotBlank().doesNotContain("\n");
            assertThat(LIBRARY.missing(e.experiment())).as(e.id()).isEmpty();
        }
    }

    @Test
    void allSixteenPublishedWeightsOfBankOfTheRiver() {
        Weights w = trace("river").weights();
        JsonNode published = References.presets().get("river").get("publishedWeights");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                BigDecimal rounded = new BigDecimal(w.a().at(i, j)).setScale(2, RoundingMode.HALF_EVEN);
                assertThat(rounded).isEqualByComparingTo(published.get(i).get(j).decimalValue());
            }
        }
    }

    @Test
    void wholeTracesOfTheExamplesWithPublishedVectors() {
        for (String id : List.of("river", "i-love-ai")) {
            JsonNode preset = References.presets().get(id);
            Trace t = trace(id);
            assertThat(t.in().from().x()).isEqualTo(References.matrix(preset.get("X")));
            close(t.scores(), preset, "scores");
            close(t.scaled(), preset, "scaled");
            close(t.exponentials(), preset, "exponentials");
            close(t.rowSums(), preset, "rowSums");
            close((Matrix) t.weights().a(), preset, "weights");
            close(t.outputs(), preset, "outputs");
        }
    }

    private static void close(Matrix ours, JsonNode preset, String name) {
        Matrix theirs = References.matrix(preset.get("expected").get(name));
        assertThat(ours).returns(theirs.rows(), Matrix::rows).returns(theirs.cols(), Matrix::cols);
        for (int i = 0; i < theirs.rows(); i++) {
            for (int j = 0; j < theirs.cols(); j++) {
                assertThat(ours.at(i, j))
                        .as(name)
                        .isCloseTo(theirs.at(i, j), within(1e-12 * Math.max(1, theirs.at(i, j))));
            }
        }
    }

    @Test
    void tiredAttendsToAnimalWithTwoThirds() {
        Weights w = trace("tired").weights();
        assertThat(w.a().at(3, 1)).isCloseTo(0.6533, within(5e-5));
        assertThat(w.a().at(3, 0)).isCloseTo(0.1156, within(5e-5));
        assertThat(w.strongest(0)).containsExactly(1); // The → animal
        assertThat(w.strongest(1)).containsExactly(3); // animal → tired
        assertThat(w.strongest(3)).containsExactly(1); // tired → animal
    }

    @Test
    void itAttendsToAnimalThenToTired() {
        Weights w = trace("animal").weights();
        int it = 7;
        assertThat(w.from().word(it)).isEqualTo("it");
        assertThat(w.a().at(it, 1)).isCloseTo(0.671, within(5e-4));
        assertThat(w.a().at(it, 10)).isCloseTo(0.119, within(5e-4));
        for (int j = 0; j < w.to().size(); j++) {
            if (j != 1 && j != 10) {
                assertThat(w.a().at(it, j)).isCloseTo(0.021, within(5e-4)).isLessThan(w.a().at(it, 10));
            }
        }
    }

    @Test
    void threeByFourHasThreeShapes() {
        Trace t = trace("three-by-four");
        assertThat(t.in().from().x()).returns(3, Matrix::rows).returns(4, Matrix::cols);
        assertThat(t.in().head().q().w()).returns(4, Matrix::rows).returns(3, Matrix::cols);
        assertThat(t.in().head().q().w()).isNotEqualTo(t.in().head().k().w());
        assertThat(t.outputs()).returns(3, Matrix::rows).returns(3, Matrix::cols);
    }

    /** By hand: q(are) reads action 1·2 and quality 0.1·2 in c1, and plural 0.4·0.5 + action 1·0.5 in c3. */
    @Test
    void threeByFourIsWhatItsFilesSay() {
        Trace t = trace("three-by-four");
        assertThat(t.q().row(1)).containsExactly(new double[] {2.2, 0, 0.7}, within(1e-12));
        assertThat(t.k().row(0)).containsExactly(new double[] {1.25, 0, 0.2}, within(1e-12));
        assertThat(t.v().row(2)).containsExactly(new double[] {0.2, 0.7, 1.05}, within(1e-12));
    }

    @Test
    void publishedStrongestWords() {
        References.presets().properties().forEach(entry -> {
            JsonNode published = entry.getValue().get("published");
            if (published == null || !published.isObject() || entry.getKey().equals("tired")) {
                return;
            }
            Weights w = trace(entry.getKey()).weights();
            published.properties().forEach(fact -> {
                int row = w.from().words().indexOf(fact.getKey());
                assertThat(w.strongest(row).stream().map(w.to()::word))
                        .as("%s of %s", fact.getKey(), entry.getKey())
                        .containsExactly(fact.getValue().get(0).asText());
            });
        });
    }

    /** The same word in another company comes out with another vector. */
    @Test
    void pairsGiveTheSameWordTwoOutputs() {
        for (Example e : LIBRARY.examples()) {
            if (!e.pair().isEmpty()) {
                String word = References.presets().get(e.id()).get("word").asText();
                Trace here = trace(e.id());
                Trace there = trace(e.pair());
                int i = here.weights().from().words().indexOf(word);
                int j = there.weights().from().words().indexOf(word);
                assertThat(here.in().from().x().row(i))
                        .containsExactly(there.in().from().x().row(j));
                assertThat(here.outputs().row(i)).isNotEqualTo(there.outputs().row(j));
            }
        }
    }
}
