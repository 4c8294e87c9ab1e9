package app.regard.export.page;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.ColourRole;
import app.regard.draw.Palette;
import app.regard.draw.Ramp;
import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.stage.WhyText;
import app.regard.stage.Whys;
import app.regard.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The shared web page in a real browser: by mouse, touch and keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {
    private static final String ROW = ".stage.here .hits [data-s=\"%s\"]";

    private final Trace river = PageTest.example("river");
    private final Trace tired = PageTest.example("tired");

    /** Null where there is no browser: then nothing is run, and nothing is to be closed. */
    @AutoClose
    private Chromium browser;

    private Path moment;
    private Path lesson;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        moment = folder.resolve("moment.html");
        lesson = folder.resolve("lesson.html");
        Files.writeString(
                moment, PageTest.page("bank of the river", new Page.Card("", "", river, 6, 0)), StandardCharsets.UTF_8);
        Files.writeString(
                lesson,
                PageTest.page(
                        "A lesson",
                        new Page.Card("First", "Look at the bank.", river, 3, 0),
                        new Page.Card("Second", "Who is tired?", tired, 6, 3)),
                StandardCharsets.UTF_8);
        browser = new Chromium();
    }

    @BeforeEach
    void open() throws Exception {
        browser.prefers("light");
        browser.open(moment, 1280, 800, false);
    }

    /** Whatever was done, nothing went wrong and nothing was asked of anybody. */
    @AfterEach
    void quiet() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).hasSize(1).allMatch(address -> address.startsWith("file:"));
    }

    private void assertStage(int number) throws Exception {
        assertThat(browser.text(".stage.here h3")).isEqualTo(Stages.of(number).title());
        assertThat(browser.value("Array.from(document.querySelectorAll('.stage')).filter(s => "
                        + "s.querySelector('.matrices svg').getClientRects().length).length"))
                .isEqualTo("1");
        assertThat(browser.value("document.querySelector('.rail [aria-current]').dataset.stage"))
                .isEqualTo("" + number);
    }

    private void assertWhy(Trace t, int query, Spot spot) throws Exception {
        String scene = ".scene.here .dock ";
        assertThat(browser.text(scene + ".arithmetic").replace('\u00A0', ' '))
                .isEqualTo(WhyText.formula(Whys.of(t, query, spot), 4));
        assertThat(browser.text(scene + ".about"))
                .isEqualTo(Whys.of(t, query, spot).about());
        assertThat(browser.value("Array.from(document.querySelectorAll('.stage.here .cell')).map(e => e.dataset.s)"
                        + ".filter((s, i, all) => all.indexOf(s) === i).join(' ')"))
                .isEqualTo(spot.matrix() + ":" + spot.row() + ":" + spot.col());
    }

    private static Spot start(Trace t, int stage, int query) {
        Stage one = Stages.of(stage);
        return one.start(t, query);
    }

    @Test
    void opensAtItsMoment() throws Exception {
        assertStage(6);
        assertWhy(river, 0, start(river, 6, 0));
        assertThat(browser.text(".bars .version.on h3")).isEqualTo("“bank” attends to");
    }

    @Test
    void stepsByKeys() throws Exception {
        browser.press("1");
        for (int number = 1; number <= 8; number++) {
            assertStage(number);
            assertWhy(river, 0, start(river, number, 0));
            browser.press(number % 2 == 0 ? "ArrowRight" : "PageDown");
        }
        assertStage(8); // there is no ninth
        browser.press("ArrowLeft");
        assertStage(7);
        browser.press("PageUp");
        assertStage(6);
    }

    @Test
    void stepsByClicks() throws Exception {
        for (int number = 8; number >= 1; number--) {
            browser.click(".rail [data-stage=\"" + number + "\"]");
            assertStage(number);
        }
        browser.click(".forth");
        assertStage(2);
        browser.click(".back");
        assertStage(1);
    }

    @Test
    void hoveringARowLabelChangesTheFocusEverywhere() throws Exception {
        browser.hover(ROW.formatted("E:2:-1"));
        assertWhy(river, 2, start(river, 6, 2));
        assertThat(browser.text(".bars .version.on h3")).isEqualTo("“the” attends to");
        assertThat(browser.value(
                        "Array.from(document.querySelectorAll('.stage.here .focus')).map(e => e.dataset.x).join()"))
                .isEqualTo("E:2:-1,Σ:2:-1,A:2:-1");
        browser.leave();
        browser.press("7"); // what belongs to the focused query is drawn for it
        assertThat(browser.text(".stage.here .plain.on")).isEqualTo(Stages.of(7).plain(river, 2));
        assertWhy(river, 2, start(river, 7, 2));
        browser.press("ArrowDown");
        assertWhy(river, 3, start(river, 7, 3));
    }

    @Test
    void hoveringACellTellsWhereItComesFromAndLightsIt() throws Exception {
        browser.hover(ROW.formatted("A:1:3"));
        assertWhy(river, 1, new Spot("A", 1, 3));
        assertThat(browser.value(
                        "Array.from(document.querySelectorAll('.stage.here .source')).map(e => e.dataset.s).join()"))
                .isEqualTo("E:1:0,E:1:1,E:1:2,E:1:3,Σ:1:0");
        browser.leave();
        assertWhy(river, 1, start(river, 6, 1));
    }

    @Test
    void aColumnLabelAsksWhoLooksAtTheWord() throws Exception {
        browser.hover(ROW.formatted("E:-1:3"));
        assertThat(browser.value(
                        "Array.from(document.querySelectorAll('.bars h3')).filter(e => e.getClientRects().length)"
                                + ".map(e => e.innerText).join()"))
                .isEqualTo("Who looks at “river”");
        assertThat(browser.value(
                        "Array.from(document.querySelectorAll('.stage.here .asks')).map(e => e.dataset.x).join()"))
                .isEqualTo("E:-1:3,A:-1:3");
    }

    @Test
    void aClickPinsAndEscapeUnpins() throws Exception {
        browser.click(ROW.formatted("A:1:1"));
        browser.hover(ROW.formatted("A:3:0"));
        assertThat(browser.text(".bars .version.on h3")).startsWith("“of” attends to");
        browser.press("Escape");
        browser.leave();
        browser.hover(ROW.formatted("A:3:1"));
        assertThat(browser.text(".bars .version.on h3")).isEqualTo("“river” attends to");
    }

    @Test
    void theArrowsMoveTheCellInsideAFocusedFigure() throws Exception {
        browser.value("document.querySelector('.stage.here .matrices').focus()");
        browser.press("ArrowLeft"); // from a(bank, river)
        assertWhy(river, 0, new Spot("A", 0, 2));
        browser.press("ArrowDown");
        assertWhy(river, 1, new Spot("A", 1, 2));
        browser.press("ArrowUp");
        browser.press("ArrowRight");
        browser.press("ArrowRight"); // the last column: nothing further to the right
        assertWhy(river, 0, new Spot("A", 0, 3));
        for (int left = 0; left < 4; left++) {
            browser.press("ArrowLeft");
        }
        assertWhy(river, 0, new Spot("Σ", 0, 0)); // the matrix beside it
        assertStage(6);
    }

    @Test
    void touchStepsAndAsks() throws Exception {
        browser.open(moment, 390, 844, true);
        browser.tap(".rail [data-stage=\"3\"]");
        assertStage(3);
        browser.tap(ROW.formatted("S:2:1"));
        assertWhy(river, 2, new Spot("S", 2, 1));
        browser.tap(".strip svg.narrow [data-s=\"words:3:-1\"]");
        assertWhy(river, 3, start(river, 3, 3));
        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @Test
    void lightAndDarkFollowTheMachineAndTheButton() throws Exception {
        String panel = "getComputedStyle(document.body).backgroundColor";
        String cell = "getComputedStyle(document.querySelector('.heatmap svg rect')).fill";
        Palette light = Palette.of(Theme.LIGHT, Ramp.BLUE);
        Palette dark = Palette.of(Theme.DARK, Ramp.BLUE);
        double share = river.weights().a().at(0, 0) / river.weights().a().at(2, 2);
        assertThat(browser.value(panel)).isEqualTo(css(light.of(ColourRole.PANEL)));
        assertThat(browser.value(cell)).isEqualTo(css(light.sequential(share)));
        browser.click(".theme");
        assertThat(browser.value(panel)).isEqualTo(css(dark.of(ColourRole.PANEL)));
        assertThat(browser.value(cell)).isEqualTo(css(dark.sequential(share)));
        browser.click(".theme");
        assertThat(browser.value(panel)).isEqualTo(css(light.of(ColourRole.PANEL)));
        browser.prefers("dark");
        browser.open(moment, 1280, 800, false);
        assertThat(browser.value(panel)).isEqualTo(css(dark.of(ColourRole.PANEL)));
    }

    private static String css(int argb) {
        return "rgb(" + (argb >> 16 & 255) + ", " + (argb >> 8 & 255) + ", " + (argb & 255) + ")";
    }

    @Test
    void theNextCardOpensItsMoment() throws Exception {
        browser.open(lesson, 1280, 800, false);
        assertStage(3);
        browser.click(".after");
        assertThat(browser.text(".card.here").replaceAll("\n+", " ")).isEqualTo("Second Who is tired?");
        assertThat(browser.text(".scene.here .stage.here h3")).isEqualTo("Attention weights");
        assertThat(browser.text(".scene.here .dock .arithmetic").replace('\u00A0', ' '))
                .isEqualTo(WhyText.formula(Whys.of(tired, 3, start(tired, 6, 3)), 4));
        browser.press("p");
        assertThat(browser.text(".card.here")).startsWith("First");
    }

    @Test
    void withoutScriptsAllOfItCanBeRead() throws Exception {
        browser.scripts(false);
        try {
            browser.open(moment, 1280, 800, false);
            String seen = browser.text("body");
            for (int number = 1; number <= 8; number++) {
                assertThat(seen).contains(Stages.of(number).title());
                assertThat(seen.replace('\u00A0', ' '))
                        .contains(WhyText.formula(Whys.of(river, 0, start(river, number, 0)), 4));
            }
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void theWayOfShowingAndTheLevelAreChosen() throws Exception {
        browser.press("2");
        browser.click(".stage.here [data-level=\"formula\"]");
        assertThat(browser.text(".stage.here .texts").strip()).contains("= X·WQ");
        browser.click(".stage.here button[data-way=\"V\"]");
        browser.hover(".stage.here .way.on .hits [data-s=\"V:1:2\"]");
        assertThat(browser.text(".dock .about"))
                .isEqualTo(Whys.of(river, 0, new Spot("V", 1, 2)).about());
    }
}
