package app.regard.ui.app;

import app.regard.ui.lesson.LessonStorage;
import app.regard.ui.session.ExperimentModel;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/**
 * The line in the foot about what the window waits for: a file or the trained model, with the way to call it off, or a
 * long sentence.
 */
final class BusyLine extends HBox {
    /** What takes less time is not worth saying. */
    private static final Duration WORTH_SAYING = Duration.millis(200);

    private final Workspace session;
    private final LessonStorage lessons;
    private final Label text = new Label();
    private final Button cancel = new Button("Cancel");
    private final PauseTransition wait = new PauseTransition(WORTH_SAYING);

    BusyLine(Workspace session, LessonStorage lessons) {
        super(8);
        this.session = session;
        this.lessons = lessons;
        setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().add("quiet");
        text.setId("busy");
        text.setMinWidth(USE_PREF_SIZE);
        cancel.setId("cancel-reading");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(e -> cancel());
        getChildren().addAll(text, cancel);
        wait.setOnFinished(e -> show());
        session.experimentModel().modelShare().addListener((o, was, is) -> show());
        session.busy().addListener((o, was, is) -> waits(is));
        lessons.waiting().addListener((o, was, is) -> waits(!is.isEmpty()));
        show();
    }

    private void waits(boolean is) {
        if (is) {
            wait.playFromStart();
        } else {
            wait.stop();
            show();
        }
    }

    /** Gives up what is waited for; whether there was something that can be given up. */
    boolean cancel() {
        if (!lessons.waiting().get().isEmpty()) {
            lessons.cancel();
        } else if (canCancel()) {
            session.cancelReading();
        } else {
            return false;
        }
        return true;
    }

    private void show() {
        double share = session.experimentModel().modelShare().get();
        boolean reading = share != TrainedModel.IDLE;
        String lesson = lessons.waiting().get();
        boolean waited = (session.busy().get() || !lesson.isEmpty())
                && wait.getStatus() != javafx.animation.Animation.Status.RUNNING;
        String model = reading ? reading(share) : "computing …";
        text.setText(
                !lesson.isEmpty() ? lesson : session.experimentModel().awaited().file() ? "Reading the file …" : model);
        boolean can = !lesson.isEmpty() || canCancel();
        cancel.setAccessibleText("Cancel: " + text.getText());
        cancel.setVisible(can);
        cancel.setManaged(can);
        setVisible(reading || waited);
        setManaged(reading || waited);
    }

    /** What is said while the trained model is being read. */
    static String reading(double share) {
        return "Reading the model … " + Math.round(share * 100) + " %";
    }

    /** Whether there is a reading to stop waiting for. */
    private boolean canCancel() {
        ExperimentModel model = session.experimentModel();
        return model.modelShare().get() != TrainedModel.IDLE || model.awaited().file();
    }
}
