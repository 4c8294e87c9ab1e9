package app.regard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
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
}
