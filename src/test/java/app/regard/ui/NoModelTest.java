package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.engine.Workers;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.ui.app.MainView;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** A copy of the program without the trained model says so where it is asked for, and all else works. */
class NoModelTest extends WindowTest {
    private final TrainedModel missing = new TrainedModel(Workers.ALONE, false);

    @Test
    void aLessonWithATrainedHeadKeepsItsSentenceAndTheHeadThatWasThere() {
        Workspace[] session = new Workspace[1];
        Moment lost = new Moment(Experiment.of("I love AI", new Source.Trained("all-MiniLM-L6-v2", 3, 1)), 6, 0);
        interact(() -> {
            session[0] = new Workspace(new Library(), new TaskRunner(), missing);
            session[0].show(lost);
        });
        until(() -> !session[0].notice().get().text().isEmpty()
                && session[0].notice().get().kind() == Notice.Kind.PROBLEM);
        assertThat(session[0].notice().get().text()).contains("without its trained model", "all other heads work");
        assertThat(session[0].experiment().get().text()).isEqualTo("I love AI");
        assertThat(session[0].experiment().get().source()).isNotInstanceOf(Source.Trained.class);
        assertThat(session[0]
                        .shown()
                        .get()
                        .trace()
                        .orElseThrow()
                        .in()
                        .from()
                        .words()
                        .words())
                .containsExactly("I", "love", "AI");
    }

    @Test
    void choosingItSaysWhatIsMissingAndChangesNothing() {
        Workspace[] session = new Workspace[1];
        Stage[] stage = new Stage[1];
        interact(() -> {
            session[0] = new Workspace(new Library(), new TaskRunner(), missing);
            MainView view = new MainView(session[0], new TaskRunner(), FileDialogs.NONE);
            stage[0] = new Stage();
            stage[0].setScene(new javafx.scene.Scene(view, 1000, 700));
            stage[0].show();
        });
        Experiment before = session[0].experiment().get();
        interact(() -> ((javafx.scene.control.Button) stage[0].getScene().lookup("#head")).fire());
        assertThat(session[0].experiment().get()).isEqualTo(before);
        assertThat(session[0].notice().get().text()).contains("without its trained model");
        interact(stage[0]::close);
    }

    @Test
    void followingAWordSaysWhatIsMissing() {
        MainView[] view = new MainView[1];
        Stage[] stage = new Stage[1];
        interact(() -> {
            Workspace session = new Workspace(new Library(), new TaskRunner(), missing);
            view[0] = new MainView(session, new TaskRunner(), FileDialogs.NONE);
            stage[0] = new Stage();
            stage[0].setScene(new javafx.scene.Scene(view[0], 1000, 700));
            stage[0].show();
            view[0].lab().open("layers");
        });
        until(() -> label("lab-problem").contains("without its trained model"));
        interact(stage[0]::close);
    }
}
