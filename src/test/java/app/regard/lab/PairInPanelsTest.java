package app.regard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A pair of words that is pointed at lights up in each panel where these two words stand there, and nowhere else. */
class PairInPanelsTest {
    private static final Frame FRAME = new Frame(400, 300, View.USUAL);

    /** The cell of a panel that is framed while something is pointed at. */
    private static Optional<Spot> framed(LabRun run, String panel, Pointed at) {
        Panel shown = run.last().panel(panel).orElseThrow();
        Figure base = shown.base(FRAME);
        return shown.marks(base, at, View.USUAL).marks().stream()
                .filter(m -> m instanceof Mark.Rectangle)
                .map(m -> ((Mark.Rectangle) m).box())
                .map(box -> base.spotAt(box.centreX(), box.centreY()).orElseThrow())
                .findFirst();
    }

    private static Spot cell(int i, int j) {
        return new Spot("A", i, j);
    }

    /** In the order 4, 3, 1, 2 the words are river the bank of. */
    @Test
    void theSameTwoWordsInAnotherOrder() {
        LabRun run = LabRun.of("order", "bank of the river", "order", "4,3,1,2");
        assertThat(framed(run, "before", new Pointed("weights", cell(0, 2)))).contains(cell(3, 0));
        assertThat(framed(run, "weights", new Pointed("before", cell(0, 1)))).contains(cell(2, 3));
        assertThat(framed(run, "weights", new Pointed("", cell(0, 3))))
                .as("the window’s map")
                .contains(cell(2, 0));
        assertThat(framed(run, "before", new Pointed("", cell(0, 3)))).contains(cell(0, 3));
        Spot asked = framed(run, "weights", Pointed.NOTHING).orElseThrow();
        assertThat(asked.row()).as("bank asks, in its new place").isEqualTo(2);
        assertThat(framed(run, "before", Pointed.NOTHING))
                .get()
                .extracting(Spot::row)
                .isEqualTo(0);
    }

    @Test
    void theSameTwoWordsInAnotherSentence() {
        LabRun run = LabRun.of("compare", "the river bank", "with", "bank of the money");
        assertThat(framed(run, "before", new Pointed("weights", cell(2, 0))))
                .as("bank, the")
                .contains(cell(0, 2));
        assertThat(framed(run, "before", new Pointed("weights", cell(2, 1))))
                .as("no river there")
                .isEmpty();
        assertThat(framed(run, "weights", new Pointed("before", cell(0, 0))))
                .as("bank, bank")
                .contains(cell(2, 2));
        assertThat(framed(run, "weights", new Pointed("before", cell(0, 3))))
                .as("no money here")
                .isEmpty();
    }
}
