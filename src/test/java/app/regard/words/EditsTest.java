package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.engine.Attention;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No edit is lost in silence: one that changes nothing anywhere is refused, and says why. */
class EditsTest {
    private static final Library LIBRARY = new Library();

    private static Experiment with(String text, @Nullable String keyText, Source source, Edit edit) {
        return new Experiment(text, keyText, source, Mask.NONE, Positions.NONE, 1, List.of(edit), Reading.PLAIN, true);
    }

    private static void resolve(Edit edit) {
        LIBRARY.resolve(with("river bank", null, new Source.Simple("similarity"), edit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b_O", "NOPE", "x", "W_O", "w_q", ""})
    void aMatrixThatThereIsNotIsNamedWithThoseThereAre(String matrix) {
        assertThatThrownBy(() -> new Edit(matrix, "", 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no matrix “" + matrix + "” to edit; there are X, W_Q, W_K, W_V, b_Q, b_K, b_V, mask");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoFiniteNumberIsRefused(double value) {
        for (String matrix : Edit.MATRICES) {
            assertThatThrownBy(() -> new Edit(matrix, matrix.equals("X") ? "bank" : "", 0, 0, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(matrix.equals("mask") ? "0 (hidden)" : matrix)
                    .hasMessageContaining(matrix.equals("mask") ? "1 (seen)" : "finite");
        }
    }

    @Test
    void placesBelowNoughtAndWordsInTheWrongPlaceAreRefused() {
        assertThatThrownBy(() -> new Edit("W_Q", "", -1, 0, 1)).hasMessageContaining("row -1, column 0");
        assertThatThrownBy(() -> new Edit("X", "bank", 0, -1, 1)).hasMessageContaining("column -1");
        assertThatThrownBy(() -> new Edit("X", "", 0, 0, 1)).hasMessageContaining("names the word");
        assertThatThrownBy(() -> new Edit("W_K", "bank", 0, 0, 1)).hasMessageContaining("not of a word");
    }

    /** The simple table has 16 dimensions, and its similarity head W = I. */
    @ParameterizedTest
    @CsvSource({"W_Q,16,0,rows", "W_K,0,16,columns", "W_V,0,99,columns", "b_Q,0,16,columns"})
    void placesOutsideAMatrixAreRefusedWithItsSize(String matrix, int row, int col, String what) {
        Edit edit = new Edit(matrix, "", row, col, 1);
        assertThatThrownBy(() -> resolve(edit))
                .isInstanceOf(Refusal.class)
                .hasMessage("The edit " + edit.text() + " does not fit: " + matrix + " has " + what + " 0 to 15 here.");
    }

    @Test
    void anEditOfAWordFitsItsTableWhetherOrNotTheSentenceHasTheWord() {
        for (String word : List.of("bank", "Bank", "dog")) {
            resolve(new Edit("X", word, 0, 15, 1));
            assertThatThrownBy(() -> resolve(new Edit("X", word, 0, 16, 1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("columns 0 to 15");
        }
        for (String none : List.of("big dog", " ", "a,")) {
            assertThatThrownBy(() -> resolve(new Edit("X", none, 0, 0, 1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("no single word");
        }
    }

    @Test
    void aWordOfTheSecondSentenceThatTheTableLacksIsMissingToo() {
        Source own = new Source.Preset("river");
        Experiment e = Experiment.of("bank of the river", own);
        assertThat(LIBRARY.missing(e.withKeyText("the bank"))).isEmpty();
        assertThat(LIBRARY.missing(e.withKeyText("the zebra"))).contains("zebra");
        assertThat(LIBRARY.missing(e.withText("a zebra").withKeyText("the lion")))
                .contains("a");
    }

    private static Trace traced(String text, String... edits) {
        Experiment e = Experiment.of(text, new Source.Simple("similarity"));
        return Attention.trace(
                LIBRARY.resolve(e.withEdits(Stream.of(edits).map(Edit::of).toList())));
    }

    /** Every occurrence of the word, whatever its case; operators in order; dimensions by name as by number. */
    @Test
    void editsOfAWordChangeAllItsOccurrencesInOrder() {
        Matrix plain = traced("Bank of the bank").in().from().x();
        int nature = traced("bank").in().head().dimensions().indexOf("nature");
        Matrix x = traced("Bank of the bank", "X[bank,nature]=3", "X[bank," + nature + "]*=4", "X[bank,nature]/=2")
                .in()
                .from()
                .x();
        for (int i = 0; i < 4; i++) {
            for (int d = 0; d < x.cols(); d++) {
                boolean edited = d == nature && (i == 0 || i == 3);
                assertThat(x.at(i, d)).isEqualTo(edited ? 6 : plain.at(i, d));
            }
        }
    }

    /** (H·3W_Q)(H·W_K/3)ᵀ is the same number: only rounding moves. */
    @Test
    void allCellsOfAMatrixAreChangedByOneEdit() {
        Trace plain = traced("the river bank");
        Trace edited = traced("the river bank", "W_Q[*,*]*=3", "W_K[*,*]/=3");
        for (int i = 0; i < 3; i++) {
            assertThat(edited.weights().a().at(i, i))
                    .isCloseTo(plain.weights().a().at(i, i), within(1e-12));
            assertThat(edited.in().head().q().w().at(i, i)).isEqualTo(3);
        }
    }

    @Test
    void aHeadWithoutABiasGetsOne() {
        Trace t = traced("the river bank", "b_V[2]=5");
        Trace plain = traced("the river bank");
        assertThat(t.in().head().v().b().row(0)).hasSize(16).contains(5);
        for (int i = 0; i < 3; i++) {
            assertThat(t.outputs().at(i, 2)).isCloseTo(plain.outputs().at(i, 2) + 5, within(1e-12));
        }
    }

    @Test
    void aCellOfTheMaskHidesOrShowsOneKey() {
        Trace t = traced("the river bank", "mask[2,1]=0");
        assertThat(t.weights().a().at(2, 1)).isZero();
        assertThat(t.weights().a().at(1, 2)).isPositive();
        Experiment causal = Experiment.of("the river bank", new Source.Simple("similarity"))
                .withMask(Mask.CAUSAL)
                .withEdits(List.of(Edit.of("mask[0,2]=1")));
        Trace shown = Attention.trace(LIBRARY.resolve(causal));
        assertThat(shown.weights().a().at(0, 2)).isPositive();
        assertThat(shown.weights().a().at(0, 1)).isZero();
    }

    @Test
    void anEditThatHasNoPlaceInTheSentenceSleepsAndIsSaid() {
        Trace t = traced("the river", "X[bank,2]=1", "mask[0,5]=0", "W_V[0,0]=2");
        assertThat(t.in().changes().asleep()).map(Edit::text).containsExactly("X[bank,2]=1", "mask[0,5]=0");
        assertThat(t.in().changes().edits()).map(Edit::text).containsExactly("W_V[0,0]=2");
        assertThat(t.in().changes().sleeping()).contains("X[bank,2]=1").contains("sleep");
        assertThat(traced("the bank", "X[bank,2]=1").in().changes().asleep()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W_Q[0,1]", "W_Q=3", "W_Q[0,1]=", "W_Q[0,1]=NaN", "W_Q[0,1]=1e999", "W_Q[0,1]=x", "W_Q[0,1]/=0",
                "W_Z[0,1]=1", "W_Q[-1,0]=1", "W_Q[0]=1", "b_Q[0,1]=1", "X[,2]=1", "mask[0,1]=0.5", "mask[0,1]*=0",
                "mask[a,1]=0", "W_Q[0,1]==1", "W_Q[0,1]+=1"
            })
    void whatIsNoEditIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> Edit.of(text))
                .isInstanceOf(Refusal.class)
                .message()
                .isNotBlank()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X[river,nope]=1", "W_Q[nope,0]=1", "X[river bank,0]=1", "W_K[*,*]*=1e308"})
    void whatNoSentenceCouldHaveIsRefused(String text) {
        assertThatThrownBy(() -> traced("river bank", "W_K[*,*]=3", text)).isInstanceOf(Refusal.class);
    }

    @Test
    void anEditIsWrittenAsItIsRead() {
        for (String text : List.of("W_Q[0,1]=0.7", "X[bank,nature]*=3", "b_K[3]/=2", "mask[0,*]=0", "X[,,2]=1")) {
            assertThat(Edit.of(text).text()).isEqualTo(text);
        }
        assertThat(Edit.of(" X[ bank , 02 ] = −1 ").text()).isEqualTo("X[bank,2]=-1");
    }

    /** By hand: J'aime meets I and love with 4√3/√3 = 4 each, les nobody, pommes apples. */
    @Test
    void aTranslationIsAnsweredByAnotherSentence() {
        Trace t = Attention.trace(
                LIBRARY.resolve(LIBRARY.example("translation").orElseThrow().experiment()));
        double e4 = Math.exp(4);
        assertThat(t.weights().a()).returns(3, Grid::rows).returns(3, Grid::cols);
        double[][] due = {
            {e4 / (2 * e4 + 1), e4 / (2 * e4 + 1), 1 / (2 * e4 + 1)},
            {1 / 3.0, 1 / 3.0, 1 / 3.0},
            {1 / (e4 + 2), 1 / (e4 + 2), e4 / (e4 + 2)}
        };
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(t.weights().a().at(i, j)).isCloseTo(due[i][j], within(1e-12));
            }
            assertThat(t.in().head().q().w().at(i, i)).isEqualTo(4 * Math.sqrt(3));
        }
    }

    /** A score of 1 stays 1, and τ alone divides it. */
    @Test
    void withoutScalingOnlyTheTemperatureDivides() {
        Experiment e = Experiment.of("the river bank", new Source.Simple("similarity"))
                .withScaling(false)
                .withTemperature(2);
        Trace t = Attention.trace(LIBRARY.resolve(e));
        assertThat(t.divisor()).isEqualTo(2);
        assertThat(t.scaled().at(1, 2)).isEqualTo(t.scores().at(1, 2) / 2);
    }
}
