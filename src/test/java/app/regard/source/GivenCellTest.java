package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell that was changed by hand comes back to its number, however the edit was written. */
class GivenCellTest {
    private static final Experiment RIVER = Experiment.of("Bank of the river", new Source.Simple("similarity"));
    private final Resolver resolver = new Resolver(new Library());

    private Trace trace(Experiment e) {
        return resolver.content(e, Progress.NONE).trace().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            W_Q[0,0]=5;             W_Q; 0; 0
            W_Q[thing,0]=5;         W_Q; 0; 0
            W_Q[0,thing]=5;         W_Q; 0; 0
            W_Q[thing,thing]*=5;    W_Q; 0; 0
            W_Q[*,thing]=5;         W_Q; 2; 0
            W_Q[thing,*]=5;         W_Q; 0; 3
            X[bank,0]=5;            X;   0; 0
            X[BANK,thing]=5;        X;   0; 0
            X[*,0]=5;               X;   0; 0
            b_Q[thing]=5;           b_Q; 0; 0
            mask[*,1]=0;            mask; 2; 1
            """)
    void itsNumberComesBack(String edit, String matrix, int row, int col) {
        Experiment edited = RIVER.withEdit(Edit.of(edit));
        Spot at = new Spot(matrix, row, col);
        GivenCell cell = GivenCell.of(trace(edited), at);
        assertThat(cell.yours()).isTrue();
        for (Experiment back : List.of(cell.reset(edited), cell.set(edited, cell.was()))) {
            GivenCell is = GivenCell.of(trace(back), at);
            assertThat(is.now()).isEqualTo(cell.was());
            assertThat(is.yours()).isFalse();
        }
    }

    @Test
    void whatIsOfOtherCellsAloneStaysAsItIs() {
        Experiment edited =
                RIVER.withEdits(List.of(Edit.of("W_Q[1,2]=5"), Edit.of("W_Q[0,0]=2"), Edit.of("X[river,0]=3")));
        GivenCell cell = GivenCell.of(trace(edited), new Spot("W_Q", 0, 0));
        assertThat(cell.reset(edited).edits()).extracting(Edit::text).containsExactly("W_Q[1,2]=5", "X[river,0]=3");
        GivenCell word = GivenCell.of(trace(edited), new Spot("X", 0, 0));
        assertThat(word.reset(edited)).isEqualTo(edited);
    }
}
