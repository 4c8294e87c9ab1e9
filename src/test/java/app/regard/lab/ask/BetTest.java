package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Figure;
import app.regard.draw.PageSetup;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.page.Page;
import app.regard.export.sheet.LessonSheet;
import app.regard.export.sheet.SheetChoices;
import app.regard.lab.Gesture;
import app.regard.lab.LabRun;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.lab.catalog.LabPage;
import app.regard.source.Resolver;
import app.regard.stage.WhyText;
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
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A bet on the row or the column of every word, in every stage: what goes out of it tells nothing before it is settled. */
    @ParameterizedTest
    @CsvSource({"shares", "column"})
    void nothingThatGoesOutTellsTheTruthBeforeTheBetStands(String kind) throws IOException {
        boolean column = kind.equals("column");
        for (int stage = 1; stage <= 8; stage++) {
            for (int word = 0; word < 4; word++) {
                String bet = column ? "0.5,0.5,0.5,0.5" : "0.5,0.5,0,0";
                String text = String.join(" ", outlets(run(kind, word, bet + "?"), stage, word));
                String shown = String.join(" ", outlets(run(kind, word, bet), stage, word));
                for (int other = 0; other < 4; other++) {
                    double weight = NUMPY[column ? other : word][column ? word : other];
                    String digits = String.valueOf(weight).substring(0, 5);
                    assertThat(text)
                            .as("stage %d, %s of word %d", stage, kind, word)
                            .doesNotContain(digits);
                    assertThat(shown).as("afterwards").contains(digits);
                }
                assertThat(shown).contains(column ? "mean of │p − a│" : "½·Σ│p − a│");
            }
        }
    }

    /** The weights of the published example, worked out in NumPy. */
    private static final double[][] NUMPY = {
        {.377809, .108569, .112369, .401252},
        {.113902, .560702, .156177, .169218},
        {.068239, .090402, .772375, .068984},
        {.349729, .140584, .099009, .410678}
    };

    private static LabRun run(String kind, int word, String bet) {
        return LabRun.of("bet", RIVER, 0, "kind", kind, "query", String.valueOf(word + 1), "bet", bet);
    }

    /** The texts of what a bet becomes: on a class sheet, in a picture, as numbers, in words, and what is asked about it. */
    private static List<String> outlets(LabRun run, int stage, int word) throws IOException {
        LabPage lab = LabPage.of(run.setup(), run.last());
        Trace trace = new Resolver(new Library())
                .content(RIVER, Progress.NONE)
                .trace()
                .orElseThrow();
        List<Figure> figures = new ArrayList<>(lab.figures(new PageSetup(0, 0, View.USUAL)));
        List<String> texts = new ArrayList<>(figures.stream()
                .flatMap(f -> f.marks().stream())
                .map(String::valueOf)
                .toList());
        if (stage == 1) { // a sheet is the same whatever stage the card is of
            ByteArrayOutputStream sheet = new ByteArrayOutputStream();
            List<LessonSheet.Card> cards = List.of(new LessonSheet.Card("t", "", trace, SheetChoices.usual(word), lab));
            LessonSheet.write("t", cards, View.USUAL, sheet, Progress.NONE);
            try (PDDocument pdf = Loader.loadPDF(sheet.toByteArray())) {
                String printed = new PDFTextStripper().getText(pdf);
                assertThat(printed).contains("Where will this word look?");
                texts.add(printed);
            }
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        lab.json(json);
        lab.csv(json);
        texts.add(json.toString(StandardCharsets.UTF_8));
        for (Panel panel : run.last().panels()) {
            for (int bar = 0; bar < panel.numbers().rows().size(); bar++) {
                Spot spot = panel.id().equals("bars") ? new Spot("bars", 0, bar) : new Spot(panel.id(), bar, 0);
                texts.add(panel.said(spot)
                        + panel.why(spot)
                                .map(w -> WhyText.formula(w, 4) + w.note())
                                .orElse(""));
            }
        }
        texts.add(run.last().said());
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        Page.write("t", List.of(new Page.Card("t", "", trace, stage, word, lab, null)), View.USUAL, page);
        String html = page.toString(StandardCharsets.UTF_8);
        String article = html.substring(html.indexOf("<article"), html.indexOf("</article>"));
        int asked = article.indexOf("<details>"); // whose answers are seen when they are opened
        texts.add(asked < 0 ? article : article.substring(0, asked));
        assertThat(asked >= 0)
                .as("asks before it is settled")
                .isEqualTo(!run.last().panel("bars").orElseThrow().guesses().isEmpty());
        return texts;
    }

    @Test
    void aBetOnAColumnNeedNotSumToOneAndIsScoredByItsMeanDifference() {
        // the column of bank: .3778 .1139 .0682 .3497, in NumPy
        LabRun run = LabRun.of("bet", RIVER, 0, "kind", "column", "query", "bank", "bet", "0.4,0.1,0,1");
        assertThat(run.number("bars", "river", "truth")).isCloseTo(.349729, within(5e-7));
        assertThat(run.fact("mean difference"))
                .isCloseTo((.4 - .377809 + .113902 - .1 + .068239 + 1 - .349729) / 4, within(1e-6));
        LabRun open = LabRun.of("bet", RIVER, 0, "kind", "column", "query", "bank");
        assertThat(after(open, Gesture.Kind.TYPE, .7)).as("the other bars stay").isEqualTo("0.7,0.25,0.25,0.25?");
        assertThat(open.last().panel("bars").orElseThrow().guesses().get(0).answer())
                .isEqualTo(
                        "Right. Most comes from “bank”, 0.3778. The column: bank 0.3778, of 0.1139, the 0.0682, river 0.3497.");
        assertThatThrownBy(() -> LabRun.of("bet", RIVER, 0, "kind", "column", "bet", "0.4,0.1,0,2"))
                .hasMessageContaining("from 0 to 1");
        Experiment cross = new Library().example("translation").orElseThrow().experiment();
        assertThat(LabRun.of("bet", cross, 0, "kind", "column", "query", "love")
                        .last()
                        .panel("bars")
                        .orElseThrow()
                        .numbers()
                        .rows())
                .as("who asks")
                .hasSize(3);
    }

    private static String page(Trace trace, LabRun run) throws IOException {
        LabPage lab = LabPage.of(run.setup(), run.last());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Page.write("t", List.of(new Page.Card("t", "", trace, 1, 0, lab, null)), View.USUAL, out);
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
