package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No edit is lost in silence: one that changes nothing anywhere is refused, and says why. */
class EditsTest {
    private static final Library LIBRARY = new Library();

    private static Experiment with(String text, @Nullable String keyText, Source source, Edit edit) {
        return new Experiment(text, keyText, source, Mask.NONE, Positions.NONE, 1, List.of(edit));
    }

    private static void resolve(Edit edit) {
        LIBRARY.resolve(with("river bank", null, new Source.Simple("similarity"), edit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b_Q", "NOPE", "x", "W_O", "w_q", ""})
    void aMatrixThatThereIsNotIsNamedWithThoseThereAre(String matrix) {
        assertThatThrownBy(() -> new Edit(matrix, "", 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no matrix “" + matrix + "” to edit; there are X, W_Q, W_K, W_V");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoFiniteNumberIsRefused(double value) {
        for (String matrix : Edit.MATRICES) {
            assertThatThrownBy(() -> new Edit(matrix, matrix.equals("X") ? "bank" : "", 0, 0, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(matrix)
                    .hasMessageContaining("finite");
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
    @CsvSource({"W_Q,16,0", "W_K,0,16", "W_V,99,99"})
    void placesOutsideAMatrixAreRefusedWithItsSize(String matrix, int row, int col) {
        assertThatThrownBy(() -> resolve(new Edit(matrix, "", row, col, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("The edit of " + matrix + " in row " + row + ", column " + col + " does not fit: " + matrix
                        + " has rows 0 to 15 and columns 0 to 15 here.");
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
}
