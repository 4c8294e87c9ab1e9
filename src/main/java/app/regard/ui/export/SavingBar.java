package app.regard.ui.export;

import app.regard.ui.kit.Controls;
import app.regard.ui.session.Saving;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** The bar that says how far a long export is; what takes no time is not worth a bar. */
public final class SavingBar extends HBox {
    private static final Duration WORTH_SAYING = Duration.millis(350);

    private final PauseTransition wait = new PauseTransition(WORTH_SAYING);

    public SavingBar(Saving saving) {
        getStyleClass().add("saving");
        setId("saving");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label();
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(saving.share());
        bar.setAccessibleText("How far it is");
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = Controls.button("saving-cancel", "Cancel", saving::cancel);
        cancel.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, bar, cancel);
        shown(false);
        wait.setOnFinished(e -> shown(!saving.idle()));
        saving.name().addListener((o, was, is) -> {
            if (is.isEmpty()) {
                wait.stop();
                shown(false);
            } else {
                name.setText("Making “" + is + "” …");
                wait.playFromStart();
            }
        });
    }

    private void shown(boolean is) {
        setVisible(is);
        setManaged(is);
    }
}
