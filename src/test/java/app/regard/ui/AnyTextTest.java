package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.ui.app.WindowTest;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Whatever is typed or pasted: nothing is thrown, nothing is lost, and the window goes on answering. */
class AnyTextTest extends WindowTest {
    private static final List<String> TEXTS = List.of(
            "word",
            "!",
            "… — “quoted”, (bracketed); 3.14 & 50 %",
            "القطة جلست على السجادة",
            "החתול ישב על השטיח",
            "mixed עברית and العربية \u202Eoverride\u202C",
            "👩‍👩‍👧‍👦 loves 🏳️‍🌈 🇩🇪 👍🏽 1️⃣",
            "cafe\u0301 Z\u0351\u036B\u0343\u036Aa\u0302\u0303\u0308lgo a\u0300\u0301\u0302\u0303\u0304\u0305\u0306",
            "\u0301 alone",
            "我喜欢注意力机制",
            "東京は日本の首都です カタカナ 한국어",
            "bell\u0007 null\u0000 escape\u001B delete\u007F bom\uFEFF zero\u200Bwidth soft\u00ADhyphen",
            "lone \uD83D high and \uDE00 low",
            "\uFFFE \uFFFF \uDBFF\uDFFF",
            "<b>&amp; $x_1$ \\n %s {} \"",
            "x ".repeat(64).strip());

    @Test
    void everyTextIsShownInAllStages() {
        for (String text : TEXTS) {
            shows(text);
        }
    }

    private void shows(String text) {
        click("stage-1");
        paste(text);
        List<String> words = wordsOf(field().getText());
        assertThat(words).isNotEmpty();
        assertThat(trace().weights().from().words()).isEqualTo(words);
        for (int stage = 1; stage <= 8; stage++) {
            assertThat(label("why-question")).startsWith("Why ");
            assertThat(drawn("stage").texts()).isNotEmpty();
            fits();
            keys(KeyCode.PAGE_DOWN);
        }
        pointAt("heatmap", cell(words.size() - 1, 0));
        assertThat(query()).isEqualTo(words.size() - 1);
        assertWeights();
    }

    @Test
    void anEmptySentenceSaysWhatToDoAndKeepsTheLastPicture() {
        together(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.DELETE);
        assertThat(field().getText()).isEmpty();
        assertThat(label("notice")).contains("type a sentence");
        keys(KeyCode.PAGE_DOWN);
        pointAt("heatmap", cell(2, 2));
        assertThat(Truth.shown(weight(2, 2), 2)).isEqualTo("0.77");
        click("sentence");
        letters("river");
        assertThat(trace().weights().from().words()).containsExactly("river");
        assertThat(weight(0, 0)).isEqualTo(1);
    }

    @Test
    void onlySpacesAreNoSentence() {
        paste("   \u00A0\t\n  ");
        assertThat(label("notice")).contains("type a sentence");
        keys(KeyCode.PAGE_DOWN, KeyCode.PAGE_UP);
        assertThat(field().getText()).isNotEmpty();
        assertThat(trace().weights().from().size()).isEqualTo(4);
    }

    @Test
    void settingsCanBeChangedWhileTheSentenceIsEmpty() {
        together(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.DELETE);
        interact(session()::generate);
        click("generate");
        click("sentence");
        letters("river bank");
        assertThat(trace().weights().from().words()).containsExactly("river", "bank");
        assertWeights();
    }

    @Test
    void aPastedPageKeepsItsWordsApart() {
        paste("one\ntwo\r\nthree\tfour\u2028five\n\n\nsix");
        assertThat(trace().weights().from().words()).containsExactly("one", "two", "three", "four", "five", "six");
        assertThat(field().getText()).doesNotContain("\n").contains("one two").contains("five six");
    }

    @Test
    void pastingIntoTheMiddleKeepsTheRest() {
        keys(KeyCode.HOME);
        interact(() -> {
            var content = new ClipboardContent();
            content.putString("the\nriver\n");
            Clipboard.getSystemClipboard().setContent(content);
        });
        together(KeyCode.CONTROL, KeyCode.V);
        assertThat(trace().weights().from().words()).containsExactly("the", "river", "bank", "of", "the", "river");
    }

    @Test
    void emojiAreOneWordEach() {
        paste("👩‍👩‍👧‍👦 🇩🇪 👍🏽");
        assertThat(trace().weights().from().words()).containsExactly("👩‍👩‍👧‍👦", "🇩🇪", "👍🏽");
    }

    @Test
    void aWordOfTenThousandLettersIsOneWord() {
        String word = "a".repeat(10_000);
        paste("the " + word + " end");
        assertThat(field().getText()).hasSize(10_008);
        assertThat(trace().weights().from().words()).containsExactly("the", word, "end");
        for (int stage = 2; stage <= 8; stage++) {
            keys(KeyCode.PAGE_DOWN);
            assertThat(stage()).isEqualTo(stage);
            fits();
        }
        pointAt("heatmap", cell(1, 1));
        assertThat(query()).isEqualTo(1);
        assertWeights();
    }

    @Test
    void fiveHundredAndTwelveWordsAllTakePart() {
        paste(words(512));
        quiet(512);
        assertThat(label("notice")).doesNotContain("take part");
        sumsToOne(0);
        sumsToOne(511);
        keys(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
        until(() -> figure("stage").figure().areas().stream().anyMatch(area -> area.holds(cell(0, 0))));
        pointAt("heatmap", cell(400, 200));
        assertThat(label("why-formula")).startsWith("a(");
    }

    @Test
    void ofSevenHundredWordsTheFirst512TakePartAndNoneIsLost() {
        String text = words(700);
        paste(text);
        quiet(512);
        assertThat(field().getText()).isEqualTo(text);
        assertThat(session().experiment().get().text()).isEqualTo(text);
        assertThat(label("notice")).contains("700").contains("512");
        assertThat(trace().weights().from().words()).isEqualTo(wordsOf(text));
    }

    @Test
    void theWindowAnswersWhileALongTextIsComputed() {
        paste(words(512));
        letters(" and");
        keys(KeyCode.PAGE_DOWN);
        assertThat(field().getText()).endsWith(" and");
        assertThat(stage()).isEqualTo(2);
        quiet(512);
        assertThat(label("notice")).contains("513");
    }

    @Test
    void aShortSentenceTypedOverALongOneWins() {
        paste(words(512));
        paste("bank of the river");
        until(() -> !session().busy().get());
        assertThat(trace().weights().from().size()).isEqualTo(4);
        assertThat(drawn("heatmap").texts()).contains("bank", "river");
    }

    private static String words(int count) {
        List<String> some = List.of("the", "river", "bank", "cat", "sat", "tired", "animal", "Paris", "money", "dog");
        return String.join(
                " ", IntStream.range(0, count).mapToObj(i -> some.get(i % 10)).toList());
    }

    /** Waits until so many words are computed and their map is painted. */
    private void quiet(int words) {
        until(() -> !session().busy().get()
                && trace().weights().from().size() == words
                && figure("heatmap").figure().boxOf(cell(words - 1, words - 1)).isPresent());
    }

    /** Nothing is wider or higher than the window, so that the stage and the Why can be read. */
    private void fits() {
        for (String id : List.of("stage", "strip", "heatmap", "bars", "why-formula")) {
            Node node = node(id, Node.class);
            Bounds place = onWindow(() -> node.localToScene(node.getLayoutBounds()));
            assertThat(new BoundingBox(0, 0, view().getWidth(), view().getHeight()).contains(place))
                    .as("%s at %s", id, place)
                    .isTrue();
        }
        assertThat(figure("stage").getHeight()).isGreaterThan(100);
    }

    private void sumsToOne(int row) {
        double sum = 0;
        for (double a : Truth.row(trace().weights().a(), row)) {
            sum += a;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }
}
