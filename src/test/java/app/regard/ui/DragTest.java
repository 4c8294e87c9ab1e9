package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.transformer.TinyModels;
import app.regard.ui.app.WindowTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.robot.MouseRobot;

/** Files are dragged in with the mouse: the toolkit's own drag, from a spot that has files, to the middle of the window. */
class DragTest extends WindowTest {
    private static final double SIZE = 40;

    @TempDir
    private Path folder;

    private final List<DragEvent> events = new ArrayList<>();

    private Path lesson(String name) {
        Path file = folder.resolve(name);
        Moment moment = new Moment(Experiment.of("the cat sat", new Source.Simple("similarity")), 4, 2);
        Lessons.write(file, true, new Lesson("Dragged", "", List.of(new Lesson.Card(moment, "", ""))));
        return file;
    }

    private void drag(List<Path> files) {
        Region source = new Region();
        Point2D[] places = new Point2D[2];
        interact(() -> {
            source.setManaged(false);
            source.resizeRelocate(0, 0, SIZE, SIZE);
            source.setOnDragDetected(e -> {
                ClipboardContent content = new ClipboardContent();
                content.putFiles(files.stream().map(Path::toFile).toList());
                source.startDragAndDrop(TransferMode.COPY).setContent(content);
                e.consume();
            });
            view().getChildren().add(source);
            view().addEventFilter(DragEvent.ANY, events::add);
            Node target = figure("stage");
            places[0] = source.localToScreen(SIZE / 2, SIZE / 2);
            places[1] = target.localToScreen(100, 100);
        });
        MouseRobot mouse = robotContext().getMouseRobot();
        mouse.moveNoWait(places[0]);
        mouse.pressNoWait(MouseButton.PRIMARY);
        settle();
        for (int i = 1; i <= 10; i++) {
            mouse.moveNoWait(places[0].interpolate(places[1], i / 10.0));
            settle();
        }
        mouse.releaseNoWait(MouseButton.PRIMARY);
        until(() -> of(DragEvent.DRAG_DONE).findAny().isPresent());
    }

    private Stream<DragEvent> of(EventType<DragEvent> type) {
        return events.stream().filter(e -> e.getEventType() == type);
    }

    @Test
    void aLessonIsOpenedWhereItIsDropped() {
        drag(List.of(Path.of("notes.txt"), lesson("dragged.regard")));
        assertThat(of(DragEvent.DRAG_OVER)).isNotEmpty().allMatch(DragEvent::isAccepted);
        assertThat(of(DragEvent.DRAG_DROPPED)).singleElement().matches(DragEvent::isDropCompleted);
        until(() -> view().lessonModel().open().get().isPresent());
        assertThat(field().getText()).isEqualTo("the cat sat");
        assertThat(label("card-place")).isEqualTo("Card 1 of 1");
    }

    @Test
    void aFileOfAttentionIsOpenedWhereItIsDropped() throws IOException {
        Path file = folder.resolve("weights.json");
        java.nio.file.Files.writeString(
                file, "{\"tokens\": [\"a\", \"b\"], \"attention\": [[0.25, 0.75], [0.5, 0.5]]}");
        drag(List.of(file));
        until(() -> session().shown().get().experiment().source() instanceof Source.Imported);
        assertThat(field().getText()).isEqualTo("a b");
    }

    @Test
    void whatIsNeitherIsNotAccepted() {
        drag(List.of(Path.of("notes.txt")));
        assertThat(of(DragEvent.DRAG_OVER)).isNotEmpty().noneMatch(DragEvent::isAccepted);
        assertThat(of(DragEvent.DRAG_DROPPED))
                .noneMatch(DragEvent::isDropCompleted); // the test platform drops it all the same
        assertThat(field().getText()).isEqualTo("bank of the river");
    }

    @Test
    void changesAreAskedAboutBeforeADroppedLessonTakesTheirPlace() {
        interact(() -> view().lessons().begin());
        drag(List.of(lesson("dragged.regard")));
        until(() -> has("#question-text"));
        click("question-lose");
        until(() -> view().lessonModel()
                .open()
                .get()
                .filter(o -> o.name().equals("Dragged"))
                .isPresent());
    }

    @Test
    void aModelsFolderIsOpenedWhereItIsDropped() {
        Path bert = TinyModels.folder("bert-tiny");
        drag(List.of(Path.of("notes.txt"), bert));
        until(() -> session().shown().get().experiment().source().table().equals(bert.toString()));
    }

    @Test
    void aFileOfAModelStandsForItsFolder() {
        Path bert = TinyModels.folder("bert-tiny");
        drag(List.of(bert.resolve("config.json")));
        until(() -> session().shown().get().experiment().source().table().equals(bert.toString()));
    }
}
