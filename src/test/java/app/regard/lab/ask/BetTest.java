package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.export.page.Page;
import app.regard.lab.Gesture;
import app.regard.lab.LabRun;
import app.regard.lab.Pointed;
import app.regard.lab.catalog.LabPage;
import app.regard.source.Resolver;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void weightsOfAWordAreItsRowOrItsColumnWhichTheSumTells() {
        int rows = 0;
        for (int seed = 0; seed < 10; seed++) {
            String text = String.valueOf(seed);
            LabRun open = LabRun.of("bet", RIVER, 0, "kind", "row-or-column", "seed", text);
            assertThat(open.fact("sum")).as("hidden").isNaN();
            assertThat(open.last().panel("quiz").orElseThrow().guesses()).hasSize(2);
            LabRun row = LabRun.of("bet", RIVER, 0, "kind", "row-or-column", "seed", text, "guess", "a");
            LabRun column = LabRun.of("bet", RIVER, 0, "kind", "row-or-column", "seed", text, "guess", "b");
            boolean isRow = row.fact("right") == 1;
            rows += isRow ? 1 : 0;
            assertThat(column.fact("right")).isEqualTo(isRow ? 0 : 1);
            // the published row of bank .3778 .1086 .1124 .4013; its column .3778 .1139 .0682 .3497
            assertThat(row.fact("sum")).isCloseTo(isRow ? 1 : .9097, within(isRow ? 1e-12 : 5e-5));
            assertThat(row.last().said())
                    .startsWith(isRow ? "Right. They sum to 1.0000" : "Not so. They sum to 0.9097");
        }
        assertThat(rows).as("both come").isBetween(2, 8);
    }

    @Test
    void aPageHoldsEveryAnswerToAnOpenBetAndNoneToASettledOne() throws IOException {
        Trace trace = new Resolver(new Library())
                .content(RIVER, Progress.NONE)
                .trace()
                .orElseThrow();
        assertThat(page(trace, LabRun.of("bet", RIVER, 0)))
                .contains("<div class=\"guesses\">", "<summary dir=\"auto\">river</summary>")
                .contains(
                        "All on “river”: 0.5987 of it is elsewhere. The row: bank 0.3778, of 0.1086, the 0.1124, river 0.4013.");
        assertThat(page(trace, LabRun.of("bet", RIVER, 0, "bet", "0,0,0,1"))).doesNotContain("<details>");
        assertThat(page(trace, LabRun.of("quiz", "a", "question", "3")))
                .contains("Not so. That is the cell in row river, column bank");
    }

    private static String page(Trace trace, LabRun run) throws IOException {
        LabPage lab = new LabPage(run.setup().lab().about(), RIVER.text(), RIVER, run.setup().state(), run.last());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Page.write("t", List.of(new Page.Card("t", "", trace, 1, 0, lab, null)), out);
        return out.toString(StandardCharsets.UTF_8);
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
