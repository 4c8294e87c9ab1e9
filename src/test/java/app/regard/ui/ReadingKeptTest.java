package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.file.array.Npy;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.transformer.MiniLm;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is made of heads’ weights stays with another head, in lessons and in files. */
@Tag("model")
class ReadingKeptTest extends ReadingWindow {
    /** Where neither word has several pieces nothing was merged: the cell comes from what the rollout multiplied. */
    @Test
    void aRolloutOfWordsOfOnePieceIsStillAskedWhereItComesFrom() {
        fire("read-rollout");
        int pieces = derived().a().rows();
        fire("read-merge");
        double value = derived().a().at(2, 0); // tired, [CLS]
        Why why = session().shown().get().content().why(2, new Spot(Part.WEIGHTS.label(), 2, 0));
        assertThat(why.terms()).hasSize(pieces);
        assertThat(why.result()).isCloseTo(value, within(1e-14));
        assertThat(why.note()).contains("½A + ½I");
    }

    /** Merging words does not make a mask or a temperature less of a what-if. */
    @Test
    void aWhatIfStaysOneWhereTheHeadIsMadeEasierToRead() {
        interact(() -> session().change(e -> e.withMask(Mask.CAUSAL).withTemperature(0.002)));
        fire("read-merge");
        derived();
        assertThat(everything()).contains("what if: causal mask", "what if: temperature 0.002");
        assertThat(session()
                        .shown()
                        .get()
                        .content()
                        .subject(session().experiment().get())
                        .about())
                .contains("mask: causal", "temperature 0.002", "what-if: the model was trained without");
        fire("read-hide");
        fire("read-rescale");
        Weights w = derived(); // at such a temperature [CLS] may have a row for itself: every cell can be asked about
        for (int i = 0; i < w.a().rows(); i++) {
            interact(() -> session().moveQuery(1));
            assertThat(label("why-formula")).startsWith("a(");
        }
    }

    /** A box is called the same whether or not it is ticked. */
    @Test
    void whatCanBeHiddenKeepsItsNameOnceItIsHidden() {
        CheckBox hide = node("read-hide", CheckBox.class);
        assertThat(hide.getText()).isEqualTo("Hide [CLS] and [SEP]");
        fire("read-merge");
        fire("read-hide");
        derived();
        assertThat(hide.isSelected()).isTrue();
        assertThat(hide.getText()).isEqualTo("Hide [CLS] and [SEP]");
    }

    @Test
    void anotherHeadKeepsWordsAndEndsTheAverageTypingKeepsBothAndUndoGoesBack() {
        interact(() -> session().read(new Reading(Reading.Combine.ALL, true, Reading.Special.SHOWN)));
        derived();
        interact(() -> session().type(TEXT + " dogs"));
        until(() -> session().shown().get().weights().from().words().contains("dogs"));
        derived();
        assertThat(session().shown().get().experiment().reading().combine()).isEqualTo(Reading.Combine.ALL);
        interact(() -> session().useTrained(0, 2));
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 0, 2)));
        assertThat(session().shown().get().experiment().reading())
                .isEqualTo(new Reading(Reading.Combine.ONE_HEAD, true, Reading.Special.SHOWN));
        interact(session()::undo);
        until(() -> session().shown().get().experiment().reading().combine() == Reading.Combine.ALL);
        interact(session()::generate); // the simple table has one head and no pieces
        assertThat(trace().in().learned()).isFalse();
        assertWeights();
    }

    @Test
    void whatIsDerivedCanBeTakenAwayAndStagesAreRefused() throws Exception {
        fire("read-heads");
        Weights w = derived();
        keys(KeyCode.ESCAPE);
        Path file = folder.resolve("average.npy");
        answers.next(file);
        askForMenu("heatmap");
        interact(() -> item("export-npy").fire());
        until(() -> Files.exists(file));
        Grid read = Npy.read(file).grid();
        assertThat(read.at(1, 2)).isEqualTo(w.a().at(1, 2));
        assertThat(item("export-class-sheet").isDisable()).isTrue();
        keys(KeyCode.ESCAPE);
        together(KeyCode.CONTROL, KeyCode.E);
        assertThat(node("export-stage", Node.class).isDisabled()).isTrue();
        assertThat(node("export-sheet", Node.class).isDisabled()).isTrue();
        assertThat(node("export-heatmap", Node.class).isDisabled()).isFalse();
    }

    @Test
    void aLessonKeepsWhatWasMadeOfTheWeights() {
        Reading rollout = new Reading(Reading.Combine.ROLLOUT, true, Reading.Special.HIDDEN);
        interact(() -> session().read(rollout));
        Weights w = derived();
        interact(() -> session().moveQuery(2));
        String word = focusedWord();
        interact(() -> view().lessonModel().begin());
        Moment card = view().lessonModel().open().get().orElseThrow().shown().moment();
        assertThat(card.experiment().reading()).isEqualTo(rollout);
        interact(() -> session().useHead("similarity"));
        assertThat(trace().in().learned()).isFalse();
        interact(() -> session().show(card));
        assertThat(derived().a()).isEqualTo(w.a());
        assertThat(focusedWord()).isEqualTo(word);
        interact(session()::undo);
        until(() -> session().shown().get().trace().isPresent());
        interact(session()::redo);
        assertThat(derived().a()).isEqualTo(w.a());
        assertThat(focusedWord()).isEqualTo(word);
    }
}
