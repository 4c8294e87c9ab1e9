package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.ui.kit.FigureView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The cards of a lesson are removed, taken anew, put in order and written on, each step taken back. */
class LessonCardsTest extends LessonWindow {
    @Test
    void aCardIsRemovedBroughtBackAndTakenAnew() {
        open(lesson("two.regard"));
        choose("lesson-remove");
        assertThat(label("card-place")).isEqualTo("Card 1 of 1");
        assertThat(field().getText()).isEqualTo("a dog ran home");
        choose("lesson-undo");
        assertThat(label("card-place")).isEqualTo("Card 1 of 2");
        assertThat(text("card-notes")).isEqualTo("said first");
        click("stage-2");
        choose("lesson-retake");
        assertThat(lesson().cards().get(0).moment().stage()).isEqualTo(2);
        assertThat(lesson().cards().get(0).notes()).isEqualTo("said first");
    }

    /** A lecture asks first: what is to be noticed comes with the class's change, not with the card. */
    @Test
    void theLabOfACardTellsNothingBeforeAnythingIsChanged() {
        Moment order = new Moment(CAT, 6, 0).withLab(new LabState("order", Map.of("order", "2,1,3")));
        Path file = folder.resolve("labs.regard");
        Lessons.write(
                file,
                true,
                new Lesson(
                        "",
                        "",
                        List.of(
                                new Lesson.Card(new Moment(DOG, 3, 0), "Stages", ""),
                                new Lesson.Card(order, "Order", ""),
                                new Lesson.Card(
                                        new Moment(CAT.withText("one two three"), 6, 0).withLab(order.lab()),
                                        "The same of another sentence",
                                        ""))));
        open(file);
        for (String said : List.of("sat", "three")) {
            together(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
            until(() -> label("lab-said").contains(said));
            settle();
            assertThat(node("lab-noticed", Node.class).isVisible()).as(said).isFalse();
            write("lab-order", "3,2,1");
            keys(KeyCode.ENTER);
            until(() -> node("lab-noticed", Node.class).isVisible());
        }
    }

    /** Notes have no tabs: who writes by the keyboard alone gets out of them as out of any field. */
    @Test
    void tabLeavesTheNotes() {
        open(lesson("two.regard"));
        together(KeyCode.CONTROL, KeyCode.T);
        keys(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("card-notes");
        keys(KeyCode.TAB);
        assertThat(focused()).isNotEqualTo("card-notes");
        together(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("card-notes");
        together(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isNotEqualTo("card-notes");
        assertThat(text("card-notes")).isEqualTo("said first");
    }

    /** The bar takes room from the list a word a line, which keeps the focused word in sight. */
    @Test
    void theFocusedWordsLineStaysInSightUnderTheBar() {
        interact(() -> session().type("one two three four five six seven eight nine ten eleven twelve"));
        interact(() -> session().moveQuery(11));
        interact(() -> view().lessonModel().begin());
        settle();
        Bounds line = onWindow(() -> {
            FigureView lines = figure("lines");
            Box box = lines.figure()
                    .boxOf(lines.figure().areas().get(11).first().orElseThrow())
                    .orElseThrow();
            return lines.localToScene(new BoundingBox(box.x(), box.y(), box.width(), box.height()));
        });
        Bounds list = onWindow(() -> {
            Node viewport = figure("lines").getParent().getParent();
            return viewport.localToScene(viewport.getLayoutBounds());
        });
        assertThat(list.getMinY()).isLessThanOrEqualTo(line.getMinY() + 2);
        assertThat(list.getMaxY()).isGreaterThanOrEqualTo(line.getMaxY() - 2);
    }

    @Test
    void theBarSaysWhenTheScreenHasLeftItsCardAndBringsItBackOrUpdatesIt() {
        open(lesson("two.regard"));
        assertThat(node("card-left", Node.class).getParent().isVisible()).isFalse();
        interact(() -> session().moveQuery(1)); // where the mouse is does not count
        assertThat(node("card-left", Node.class).getParent().isVisible()).isFalse();
        interact(() -> session().type("the cat sat down"));
        assertThat(node("card-left", Node.class).getParent().isVisible()).isTrue();
        click("card-return");
        assertThat(focused()).isEqualTo("stage"); // for the button is gone
        assertThat(field().getText()).isEqualTo("the cat sat");
        assertThat(node("card-left", Node.class).getParent().isVisible()).isFalse();
        interact(() -> session().type("the cat sat down"));
        click("card-update");
        assertThat(node("card-left", Node.class).getParent().isVisible()).isFalse();
        assertThat(lesson().cards().get(0).moment().experiment().text()).isEqualTo("the cat sat down");
    }

    @Test
    void cardsAreListedPutInOrderDuplicatedAndRemovedByTheKeyboardEachStepTakenBack() {
        open(lesson("two.regard"));
        click("card-list");
        assertThat(focused()).isEqualTo("cards-list");
        together(KeyCode.ALT, KeyCode.DOWN);
        assertThat(texts()).containsExactly("a dog ran home", "the cat sat");
        together(KeyCode.CONTROL, KeyCode.D);
        assertThat(texts()).containsExactly("a dog ran home", "the cat sat", "the cat sat");
        interact(() -> view().lessonModel().cardTitle("again"));
        interact(() -> node("cards-list", Node.class).requestFocus());
        keys(KeyCode.UP, KeyCode.DELETE);
        assertThat(texts()).containsExactly("a dog ran home", "the cat sat");
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(texts()).containsExactly("a dog ran home", "the cat sat", "the cat sat");
        assertThat(lesson().cards().get(2).title()).isEqualTo("again"); // words typed since stay
        together(KeyCode.CONTROL, KeyCode.Z);
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(texts()).containsExactly("the cat sat", "a dog ran home");
        assertThat(node("cards-undo", Node.class).isDisabled()).isTrue();
        keys(KeyCode.ESCAPE);
        assertThat(view().overlay().isOpen()).isFalse();
    }

    private List<String> texts() {
        return lesson().cards().stream()
                .map(card -> card.moment().experiment().text())
                .toList();
    }

    @Test
    void theNotesHaveAnUndoOfTheirOwn() {
        open(lesson("one.regard"));
        click("card-notes");
        together(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.X);
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text("card-notes")).isEqualTo("said first");
        assertThat(field().getText()).isEqualTo("the cat sat");
        keys(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("stage");
    }
}
