package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two layers made by hand are sources like others: the second reads X₁ + O₁, and says so of every number. */
class LayeredTest {
    private static final String SENTENCE = "The animal didn't cross the street because it was too tired.";
    private static final int IT = 7;
    private static final int ANIMAL = 1;
    private static final int STREET = 5;
    private static final int TIRED = 10;

    private final Resolver resolver = new Resolver(new Library());

    private TraceContent content(Experiment e) {
        return (TraceContent) resolver.content(e, Progress.NONE);
    }

    private static Experiment layer(int layer) {
        return Experiment.of(SENTENCE, new Source.Layered(layer, false));
    }

    /** Worked out from the rules: “it” asks the one state with 6 of d_k = 1; then for things, living and places, 6 each, d_k = 3. */
    @Test
    void theSecondLayerFindsWhatTheFirstHasWrittenDown() {
        Trace one = content(layer(1)).of();
        double rest = 1 / (Math.exp(6) + 11); // of twelve words one is a state
        double state = Math.exp(6) * rest;
        assertThat(one.weights().a().at(IT, TIRED)).isCloseTo(state, within(1e-12));
        Trace two = content(layer(2)).of();
        double living = state + rest; // tired, and the animal
        double place = rest; // the street
        int column = two.in().head().dimensions().indexOf("goes with living");
        assertThat(two.in().from().x().at(IT, column)).isCloseTo(living, within(1e-12));
        double animal = Math.exp((6 + 6 * living) / Math.sqrt(3));
        double street = Math.exp((6 + 6 * place) / Math.sqrt(3));
        double tired = Math.exp(6 * living / Math.sqrt(3));
        double sum = animal + street + tired + 9;
        assertThat(two.weights().a().at(IT, ANIMAL)).isCloseTo(animal / sum, within(1e-12));
        assertThat(two.weights().a().at(IT, STREET)).isCloseTo(street / sum, within(1e-12));
        Trace alone =
                content(Experiment.of(SENTENCE, new Source.Layered(2, true))).of();
        double thing = Math.exp(6 / Math.sqrt(3));
        assertThat(alone.weights().a().at(IT, ANIMAL)).isCloseTo(thing / (2 * thing + 10), within(1e-12));
    }

    @Test
    void everyNumberThatLayerTwoReadsIsASumOfTwoOfLayerOne() {
        Trace one = content(layer(1)).of();
        TraceContent two = content(layer(2));
        List<String> added = new ArrayList<>();
        for (int i = 0; i < one.h().rows(); i++) {
            for (int c = 0; c < one.h().cols(); c++) {
                Why why = two.why(i, new Spot("X", i, c));
                assertThat(why.terms()).hasSize(2);
                assertThat(why.terms().get(0).value()).isEqualTo(one.h().at(i, c));
                assertThat(why.result())
                        .isEqualTo(two.of().in().from().x().at(i, c))
                        .isEqualTo(why.value());
                assertThat(why.sources()).containsExactly(new Spot("X₁", i, c), new Spot("O₁", i, c));
                Why o = two.why(i, new Spot("O₁", i, c));
                assertThat(o.result()).isEqualTo(why.terms().get(1).value());
                String name = one.in().head().dimensions().get(c);
                int of = one.in().head().v().columns().indexOf(name);
                if (of >= 0) {
                    added.add(name);
                    assertThat(o.value())
                            .as("%s of layer 1", name)
                            .isEqualTo(one.outputs().at(i, of));
                    assertThat(o.terms()).hasSize(one.h().rows());
                } else {
                    assertThat(o.value()).isZero();
                }
            }
        }
        assertThat(added).contains("goes with living", "goes with place");
        assertThat(two.base(1, IT, new Frame(1100, 500, View.USUAL)).boxOf(new Spot("O₁", IT, 7)))
                .as("it is drawn between them")
                .isPresent();
    }

    @Test
    void itsSumsLeadToTheStagesThatMadeThem() {
        TraceContent two = content(layer(2));
        assertThat(two.opens(layer(2), new Spot("O₁", IT, 7))).contains(new Moment(layer(1), 8, IT));
        assertThat(two.opens(layer(2), new Spot("X₁", STREET, 0))).contains(new Moment(layer(1), 1, STREET));
        assertThat(two.opens(layer(2), new Spot("X", IT, 0))).isEmpty();
        assertThat(content(layer(1)).has(Part.ADDED, new Spot("O₁", 0, 0))).isFalse();
    }

    @Test
    void aChangedNumberIsYoursAndNoSumAnyMore() {
        Experiment edited = layer(2).withEdits(List.of(Edit.of("X[it,goes with living]=0")));
        TraceContent two = content(edited);
        Why why = two.why(IT, new Spot("X", IT, 7));
        assertThat(why.value()).isZero();
        assertThat(why.note()).contains("Changed by hand");
        assertThat(two.of().weights().a().at(IT, ANIMAL))
                .as("the two hardly differ now")
                .isCloseTo(two.of().weights().a().at(IT, STREET), within(0.01));
    }

    /** With a causal mask “it” cannot see the state that comes after it: all earlier words share what it takes. */
    @Test
    void aMaskHidesInBothLayers() {
        Trace two = content(layer(2).withMask(Mask.CAUSAL)).of();
        int column = two.in().head().dimensions().indexOf("goes with living");
        assertThat(two.in().from().x().at(IT, column)).isCloseTo(1.0 / 8, within(1e-12));
        assertThat(two.weights().a().at(IT, TIRED)).isZero();
    }

    @Test
    void whatLayersDoNotReadIsRefusedInALine() {
        for (Experiment e : List.of(layer(2).withKeyText("a cat"), layer(1).withPositions(Positions.sinusoidal(1)))) {
            assertThatThrownBy(() -> resolver.content(e, Progress.NONE))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("one sentence and no positions");
        }
    }
}
