package app.regard.ui.lab;

import app.regard.ui.kit.Controls;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** The scrubber of a run, with play and a step at a time; nothing plays by itself. */
final class LabPlayer extends HBox {
    private static final Duration PACE = Duration.millis(120);
    private static final int LEAP = 50;

    private final LabModel model;
    private final Button play = new Button("Play");
    private final Slider slider = new Slider(1, 1, 1);
    private final Label where = Controls.quiet("");
    private final Timeline timeline = new Timeline(new KeyFrame(PACE, e -> advance()));
    private boolean following;

    LabPlayer(LabModel model) {
        super(10);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.statusProperty().addListener((o, was, is) -> play.setText(playing() ? "Pause" : "Play"));
        play.setId("lab-play");
        play.setMinWidth(76);
        play.setOnAction(e -> toggle());
        slider.setId("lab-step");
        slider.setAccessibleText("Step of the run");
        slider.setBlockIncrement(1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((o, was, is) -> {
            if (!following) {
                model.step((int) Math.round(is.doubleValue()) - 1);
            }
        });
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        where.setId("lab-where");
        getChildren().setAll(play, button("lab-back", "◀", -1), button("lab-on", "▶", 1), slider, where);
        getChildren().forEach(Controls::whole);
        model.look().addListener((o, was, is) -> show());
        show();
    }

    private Button button(String id, String sign, int by) {
        Button button = new Button(sign);
        button.setId(id);
        button.setAccessibleText(by < 0 ? "A step back" : "A step on");
        button.setOnAction(e -> by(by));
        return button;
    }

    private void key(KeyEvent e) {
        int by = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (by != 0) {
            by(by * (e.isShiftDown() ? LEAP : 1));
            e.consume();
        } else if (e.getCode() == KeyCode.SPACE) {
            toggle();
            e.consume();
        }
    }

    private void by(int steps) {
        LabLook look = model.look().get();
        if (look != null) {
            model.step(look.step() + steps);
        }
    }

    private boolean playing() {
        return timeline.getStatus() == Animation.Status.RUNNING;
    }

    /** Plays on, from the first step where the last one was reached, or pauses. */
    private void toggle() {
        LabLook look = model.look().get();
        if (playing() || look == null) {
            timeline.stop();
            return;
        }
        if (look.step() == look.outcome().length() - 1) {
            model.step(0);
        }
        timeline.play();
    }

    private void advance() {
        LabLook look = model.look().get();
        if (look == null || look.step() >= look.outcome().length() - 1) {
            timeline.stop();
        } else {
            by(1);
        }
    }

    private void show() {
        LabLook look = model.look().get();
        boolean run = look != null && look.outcome().length() > 1;
        setVisible(run);
        setManaged(run);
        if (look == null || !run) {
            timeline.stop();
            return;
        }
        following = true;
        slider.setMax(look.outcome().length());
        slider.setValue(look.step() + 1);
        following = false;
        int first = look.outcome().first();
        where.setText("step " + (look.step() + first) + " of " + (look.outcome().length() - 1 + first));
    }
}
