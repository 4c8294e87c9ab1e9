package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Source;
import app.regard.ui.app.WindowTest;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A second sentence answers the first: asked for beside the field, typed below it, and refused where it cannot be. */
class SecondSentenceTest extends WindowTest {
    private void answeredBy(String text) {
        click("keys-add");
        assertThat(focused()).isEqualTo("keys-sentence");
        together(KeyCode.CONTROL, KeyCode.A);
        letters(text);
    }

    @Test
    void itsWordsAreTheKeysAndThoseOfTheFirstTheQueries() {
        answeredBy("river bank");
        assertThat(trace().weights().from().words()).containsExactly("bank", "of", "the", "river");
        assertThat(trace().weights().to().words()).containsExactly("river", "bank");
        assertThat(weight(0, 0) + weight(0, 1)).isCloseTo(1, within(1e-12));
        assertThat(drawn("heatmap").texts()).contains("bank", "river", "of");
        for (int stage = 1; stage <= 8; stage++) {
            assertThat(label("why-formula")).contains("=");
            keys(KeyCode.PAGE_DOWN);
        }
    }

    @Test
    void withPositionsEachSentenceCountsFromOne() {
        answeredBy("bank");
        interact(() -> session().change(e -> e.withPositions(Positions.sinusoidal(1))));
        assertThat(trace().k().row(0)).isEqualTo(trace().q().row(0)); // the same word in the same place, W_Q = W_K = I
    }

    @Test
    void aWordThatTheExamplesOwnTableLacksLeadsToTheSimpleOne() {
        answeredBy("money");
        assertThat(session().experiment().get().source()).isInstanceOf(Source.Simple.class);
        assertThat(label("notice")).contains("money", "simple table");
        interact(() -> session().experimentModel().typing().typeKeys("bank"));
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Preset("river"));
    }

    @Test
    void takenAwayTheSentenceAnswersItselfAgainAndUndoBringsItBack() {
        Experiment before = session().experiment().get();
        answeredBy("river");
        click("keys-remove");
        assertThat(session().experiment().get()).isEqualTo(before);
        assertThat(node("keys-sentence", TextField.class).getParent().isVisible())
                .isFalse();
        interact(session()::undo);
        assertThat(node("keys-sentence", TextField.class).getText()).isEqualTo("river");
    }

    @Test
    void whatItDoesNotGoWithIsRefusedWithTheReasonAndNothingChanges() {
        answeredBy("river");
        Experiment two = session().experiment().get();
        @SuppressWarnings("unchecked")
        ComboBox<String> mask = node("mask", ComboBox.class);
        interact(() -> mask.setValue("causal"));
        assertThat(label("notice")).contains("needs one sentence", "take the second sentence away");
        assertThat(mask.getValue()).isEqualTo("none");
        click("head");
        assertThat(label("notice")).contains("A trained head reads one sentence");
        assertThat(session().experiment().get()).isEqualTo(two);
        click("keys-remove");
        interact(() -> session().change(e -> e.withMask(Mask.CAUSAL)));
        click("keys-add");
        assertThat(label("notice")).contains("needs one sentence");
        assertThat(session().experiment().get().keyText()).isNull();
    }

    @Test
    void theTranslationOpensWithBothSentences() {
        interact(() ->
                session().choose(session().library().example("translation").orElseThrow()));
        assertThat(field().getText()).isEqualTo("J'aime les pommes");
        assertThat(node("keys-sentence", TextField.class).getText()).isEqualTo("I love apples");
        assertThat(node("keys-add", Node.class).isVisible()).isFalse();
        assertThat(trace().weights().a().cols()).isEqualTo(3);
    }
}
