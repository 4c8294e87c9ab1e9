package app.regard.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** What the window waits for, in the foot: the trained model, with the way to call it off, or a long sentence. */
final class BusyLine extends HBox {
    /** What takes less time is not worth saying. */
    private static final Duration WORTH_SAYING = Duration.millis(200);

    private final Session session;
    private final Label text = new Label();
    private final Button cancel = new Button("Cancel");
    private final PauseTransition wait = new PauseTransition(WORTH_SAYING);

    BusyLine(Session session) {
        super(8);
        this.session = session;
        setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().add("quiet");
        text.setId("busy");
        text.setMinWidth(USE_PREF_SIZE);
        cancel.setId("cancel-reading");
        cancel.setAccessibleText("Cancel: do not read the model");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(e -> session.cancelReading());
        getChildren().addAll(text, cancel);
        wait.setOnFinished(e -> show());
        session.model().share().addListener((o, was, is) -> show());
        session.busy().addListener((o, was, is) -> {
            if (is) {
                wait.playFromStart();
            } else {
                wait.stop();
                show();
            }
        });
        show();
    }

    private void show() {
        double share = session.model().share().get();
        boolean reading = share != TrainedModel.IDLE;
        boolean waited = session.busy().get() && wait.getStatus() != javafx.animation.Animation.Status.RUNNING;
        text.setText(reading ? "Reading the model … " + Math.round(share * 100) + " %" : "computing …");
        cancel.setVisible(reading);
        cancel.setManaged(reading);
        setVisible(reading || waited);
        setManaged(reading || waited);
    }
}
