package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Ramp;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.file.Saved;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.ui.app.MainView;
import app.regard.ui.app.SavedSettings;
import app.regard.ui.app.Window;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.session.ViewState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window begins where it was left; tests give it a place of their own to remember. */
class StartTest extends WindowTest {
    private static final Moment CAT = new Moment(
            Experiment.of("the cat sat", new Source.Seeded("simple", 7)).withMask(Mask.CAUSAL), 5, 2);

    @TempDir
    private Path folder;

    private Optional<Stage> second = Optional.empty();

    @AfterEach
    void closed() {
        second.ifPresent(stage -> interact(stage::close));
    }

    @Test
    void whatWasLeftComesBack() {
        View look = View.USUAL
                .withTheme(Theme.DARK)
                .withRamp(Ramp.CIVIDIS)
                .withDecimals(3)
                .withTextScale(1.2);
        new Saved(CAT, SavedSettings.settings(look), 1000, 700, List.of("/a/b.regard")).write(file());
        MainView view = start();
        ViewState is = onWindow(() -> view.session().shown().get());
        assertThat(is.moment()).isEqualTo(CAT);
        assertThat(is.view()).isEqualTo(look);
        assertThat(onWindow(() -> view.getScene().getWidth())).isEqualTo(1000);
        assertThat(view.lessonModel().recent().get()).containsExactly(Path.of("/a/b.regard"));
        interact(view.session()::undo);
        assertThat(onWindow(() -> view.session().shown().get().moment())).isEqualTo(CAT); // nothing lies before it
    }

    @Test
    void theLabThatWasOpenIsOpenAgain() {
        Moment left = new Moment(Experiment.of("the cat sat", new Source.Simple("similarity")), 3, 1)
                .withLab(new LabState("distance", Map.of("k", "3")));
        new Saved(left, Map.of(), 1000, 700, List.of()).write(file());
        MainView view = start();
        until(() -> view.getScene().lookup("#lab-said") instanceof Labeled said
                && !said.getText().isEmpty());
        assertThat(onWindow(() -> view.session().own())).isEqualTo(left);
        interact(view.lab()::close);
        assertThat(onWindow(() -> view.session().shown().get().focus().stage())).isEqualTo(3);
    }

    @Test
    void closingTheWindowKeepsWhereWeAre() {
        MainView view = start();
        interact(() -> {
            view.session().type("a new sentence");
            view.session().goTo(7);
            view.commands().of("theme").perform();
            second.orElseThrow().close();
        });
        Saved saved = Saved.read(file());
        assertThat(saved.last())
                .isEqualTo(onWindow(() -> view.session().shown().get().moment()));
        assertThat(Objects.requireNonNull(saved.last()).experiment().text()).isEqualTo("a new sentence");
        assertThat(saved.settings()).containsEntry("theme", "dark");
        assertThat(saved.width()).isPositive();
    }

    @Test
    void itIsWrittenAWhileAfterAChangeToo() {
        MainView view = start();
        interact(() -> view.session().goTo(3));
        until(() -> java.nio.file.Files.exists(file()));
        until(() -> {
            Moment last = Saved.read(file()).last();
            return last != null && last.stage() == 3;
        });
    }

    @Test
    void aBrokenMemoryIsSetAsideAndTheWindowOpens() throws IOException {
        java.nio.file.Files.writeString(file(), "{ nonsense");
        MainView view = start();
        assertThat(onWindow(() -> view.session().experiment().get().text())).isEqualTo("bank of the river");
        assertThat(folder.resolve("session.json.broken")).hasContent("{ nonsense");
    }

    @Test
    void settingsThatMakeNoSenseAreAsUsual() {
        assertThat(SavedSettings.view(Map.of("theme", "pink", "ramp", "grey", "decimals", "99", "text", "x")))
                .isEqualTo(View.USUAL.withRamp(Ramp.GREY));
    }

    @Test
    void aRecipeThatCannotBeComputedAnyMoreIsSaidAndTheExampleStays() {
        new Saved(new Moment(Experiment.of("hello", new Source.Simple("gone")), 2, 0), Map.of(), 0, 0, List.of())
                .write(file());
        MainView view = start();
        assertThat(onWindow(() -> view.session().shown().get().experiment().text()))
                .isEqualTo("bank of the river");
    }

    @Test
    void aPlaceThatCannotBeWrittenToDisturbsNobody() throws IOException {
        java.nio.file.Files.writeString(folder.resolve("taken"), "a file");
        Path impossible = folder.resolve("taken").resolve("session.json");
        interact(() -> {
            Stage stage = new Stage();
            MainView view = Window.show(stage, FileDialogs.NONE, Optional.of(impossible));
            view.session().goTo(4);
            stage.close();
        });
        assertThat(folder.resolve("taken")).hasContent("a file");
    }

    private Path file() {
        return folder.resolve("session.json");
    }

    private MainView start() {
        return onWindow(() -> {
            Stage stage = new Stage();
            second = Optional.of(stage);
            return Window.show(stage, FileDialogs.NONE, Optional.of(file()));
        });
    }
}
