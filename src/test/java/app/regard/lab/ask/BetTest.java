package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.lab.Gesture;
import app.regard.lab.LabRun;
import app.regard.lab.Pointed;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Refusal;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Bets on a row: hidden until they are settled, and then compared. */
class BetTest {
    private static final Experiment RIVER =
            new Library().example("river").orElseThrow().experiment();

    @Test
    void anEvenBetAndOneOnRiverAreAsFarApartAsNumPySays() {
        LabRun even = LabRun.of("bet", RIVER, 0, "query", "bank", "bet", ".25,.25,.25,.25");
        assertThat(even.fact("total variation")).isCloseTo(.2791, within(5e-5));
        LabRun river = LabRun.of("bet", RIVER, 0, "bet", "0,0,0,1");
        assertThat(river.fact("total variation")).isCloseTo(.5987, within(5e-5));
        assertThat(river.number("bars", "river", "truth")).isCloseTo(.4013, within(5e-5));
        assertThat(river.last().panel("bars").orElseThrow().opens(new Spot("bars", 0, 0)))
                .isPresent();
    }

    @Test
    void theTruthIsHiddenUntilTheBetIsSettledAndBarsShareTheOne() {
        LabRun open = LabRun.of("bet", RIVER, 0);
        assertThat(open.fact("total variation")).isNaN();
        assertThat(open.number("bars", "river", "truth")).isNaN();
        assertThat(open.last().panel("bars").orElseThrow().opens(new Spot("bars", 0, 0)))
                .isEmpty();
        assertThat(after(open, Gesture.Kind.TYPE, .7)).isEqualTo("0.7,0.1,0.1,0.1?");
        assertThat(after(open, Gesture.Kind.CLICK, 0)).isEqualTo("1,0,0,0?");
        LabRun settled = LabRun.of("bet", RIVER, 0, "bet", "0.7,0.1,0.1,0.1?", "settle", "");
        assertThat(settled.fact("total variation")).isPositive();
        assertThat(BetPanel.share(.14)).isZero();
        assertThat(BetPanel.share(.9)).isCloseTo(1, within(1e-12));
    }

    private static String after(LabRun run, Gesture.Kind kind, double amount) {
        List<LabState> changed = new ArrayList<>();
        Pointed at = new Pointed("bars", new Spot("bars", 0, 0));
        run.setup().answer(new Gesture(kind, at, at, amount), run.last(), new LabRun.Settings(changed::add));
        StringBuilder rounded = new StringBuilder();
        String text = Objects.requireNonNull(changed.get(0).settings().get("bet"));
        for (String one : text.substring(0, text.length() - 1).split(",", -1)) {
            double value = Math.rint(Double.parseDouble(one) * 1000) / 1000;
            rounded.append(rounded.isEmpty() ? "" : ",").append(value == Math.rint(value) ? (int) value + "" : value);
        }
        return rounded + text.substring(text.length() - 1);
    }

    @Test
    void whatDoesNotSumToOneIsNoBet() {
        for (String wrong : new String[] {"1,1,0,0", "1", "a,b,c,d", "", "2,-1,0,0", "NaN,1,0,0"}) {
            assertThatThrownBy(() -> LabRun.of("bet", RIVER, 0, "bet", wrong))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("“bet” takes 4 shares");
        }
    }
}
