package app.regard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BarsPanelTest {
    private static final Frame FRAME = new Frame(400, 300, View.USUAL);

    private static BarsPanel panel(int series) {
        List<BarsPanel.Series> bars = List.of(
                new BarsPanel.Series("length", ColourRole.KEY, List.of(1.0, 2.0)),
                new BarsPanel.Series("along", ColourRole.QUERY, List.of(0.5, -1.0)));
        return new BarsPanel(
                "bars",
                "Bars",
                List.of("H0", "H1"),
                bars.subList(0, series),
                Set.of(),
                Optional.of(new Spot("bars", 1, 0)),
                at -> Optional.empty(),
                at -> Optional.empty());
    }

    private static Mark.Rectangle frame(BarsPanel panel, Figure base) {
        return (Mark.Rectangle)
                panel.marks(base, Pointed.NOTHING, View.USUAL).marks().get(0);
    }

    /** A name is of all bars of its group: the frame around one of them would strike it through. */
    @Test
    void theFrameOfOneBarOfSeveralLeavesTheNameAlone() {
        Figure base = panel(2).base(FRAME);
        double names = base.marks().stream()
                .filter(m -> m instanceof Mark.Text t && t.text().startsWith("H"))
                .mapToDouble(m -> ((Mark.Text) m).x())
                .max()
                .orElseThrow();
        assertThat(frame(panel(2), base).box().x()).isGreaterThan(names);
        assertThat(base.spotAt(
                        2, base.boxOf(new Spot("bars", 1, 0)).orElseThrow().centreY()))
                .as("the name can still be pointed at")
                .contains(new Spot("bars", 1, 0));
    }

    @Test
    void theFrameOfTheOnlyBarHoldsItsName() {
        Figure base = panel(1).base(FRAME);
        assertThat(frame(panel(1), base).box().x()).isLessThan(1);
    }

    /** Of shares too: the stroke of the frame lies beside the number, which ends at its x. */
    @Test
    void theFrameOfAShareLeavesItsNumberAlone() {
        NumberTable shares = new NumberTable(
                List.of("cat", "dogs"), List.of("share"), Matrix.fill(2, 1, (i, j) -> i == 0 ? 0.984 : 0.016));
        SharesPanel panel = new SharesPanel("shares", "Shares", shares, "");
        Figure base = panel.base(FRAME);
        Spot asked = new Spot("shares", 0, 0);
        Mark.Rectangle frame = (Mark.Rectangle) panel.marks(base, new Pointed("shares", asked), View.USUAL)
                .marks()
                .get(0);
        Mark.Moved bars = (Mark.Moved) base.marks().get(0);
        double number = bars.x()
                + bars.figure().marks().stream()
                        .filter(m -> m instanceof Mark.Text t && t.text().equals("98.4%"))
                        .mapToDouble(m -> ((Mark.Text) m).x())
                        .findFirst()
                        .orElseThrow();
        assertThat(frame.box().right() - number).isGreaterThan(3);
        assertThat(base.spotAt(FRAME.width() - 3, frame.box().centreY())).contains(asked);
    }
}
