package app.regard.ui.lab;

import app.regard.lab.Outcome;
import app.regard.ui.kit.Controls;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** The scrubber of a run, which the reader begins, with play and a step at a time; nothing plays by itself. */
final class LabPlayer extends HBox {
    private static final double SLOWEST = 120; // milliseconds from step to step
    private static final double FASTEST = 33;
    private static final double WHOLE = 20_000; // a long run takes about so long, in milliseconds
    private static final int LEAP = 50;

    private final LabModel model;
    private final Button run = new Button("Run");
    private final Button play = new Button("Play");
    private final Slider slider = new Slider(1, 1, 1);
    private final Label where = Controls.quiet("");
    private final Timeline timeline = new Timeline(new KeyFrame(Duration.millis(SLOWEST), e -> advance()));
    private boolean following;

    /** Whether playing ends after one step. */
    private boolean once;

    LabPlayer(LabModel model) {
        super(10);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.statusProperty().addListener((o, was, is) -> play.setText(playing() ? "Pause" : "Play"));
        run.setId("lab-run");
        run.getStyleClass().add("accent");
        run.setMinWidth(76);
        run.setOnAction(e -> begin(false));
        play.setId("lab-play");
        play.setMinWidth(76);
        play.setTooltip(new Tooltip("Play, or pause (Space on the slider)"));
        play.setOnAction(e -> toggle());
        Controls.named(slider, "lab-step", "Step of the run");
        slider.setBlockIncrement(1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((o, was, is) -> {
            if (!following) {
                model.results.step((int) Math.round(is.doubleValue()) - 1);
            }
        });
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        where.setId("lab-where");
        getChildren().setAll(run, play, button("lab-back", "◀", -1), button("lab-on", "▶", 1), slider, where);
        getChildren().forEach(Controls::whole);
        model.look().addListener((o, was, is) -> show());
        model.results.work.running().addListener((o, was, is) -> show());
        show();
    }

    /** The button that begins the run. */
    Button begins() {
        return run;
    }

    private Button button(String id, String sign, int by) {
        Button button = Controls.button(id, sign, () -> by(by));
        button.setAccessibleText(by < 0 ? "A step back (← on the slider)" : "A step on (→ on the slider)");
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

    /** Goes by steps to one that was measured; at the end of a run that waits, one on begins it. */
    private void by(int steps) {
        LabLook look = model.look().get();
        if (look == null) {
            return;
        }
        if (steps > 0 && model.waits() && look.step() == look.outcome().length() - 1) {
            begin(true);
            return;
        }
        int stride = look.outcome().stride();
        int by = Math.abs(steps) == LEAP ? LEAP / stride * stride : Math.abs(steps) * stride;
        int to = steps > 0 ? (look.step() + by) / stride * stride : -Math.floorDiv(by - look.step(), stride) * stride;
        model.results.step(to);
    }

    private boolean playing() {
        return timeline.getStatus() == Animation.Status.RUNNING;
    }

    /** Begins the run, and follows it to its end or for one step. */
    private void begin(boolean one) {
        if (run.isFocused()) {
            play.requestFocus(); // the button goes, and Space then pauses
        }
        model.run();
        once = one;
        timeline.play();
    }

    /** Plays on, from the first step where the last one was reached, or pauses. */
    private void toggle() {
        LabLook look = model.look().get();
        if (playing() || look == null) {
            timeline.stop();
            return;
        }
        if (model.waits() && look.outcome().length() == 1) {
            begin(false);
            return;
        }
        if (look.step() == look.outcome().length() - 1
                && !model.results.work.running().get()) {
            model.results.step(0);
        }
        once = false;
        timeline.play();
    }

    /** Goes on by a step, if it was made already; waits for it where the run goes on. */
    private void advance() {
        LabLook look = model.look().get();
        boolean last = look == null || look.step() >= look.outcome().length() - 1;
        if (!last) {
            by(1);
        }
        if (last ? !model.results.work.running().get() : once) {
            timeline.stop();
        }
    }

    private void show() {
        LabLook look = model.look().get();
        boolean waits = model.waits();
        boolean steps = look != null
                && (look.outcome().length() > 1
                        || waits
                        || model.results.work.running().get());
        setVisible(steps);
        setManaged(steps);
        run.setVisible(waits);
        run.setManaged(waits);
        boolean nothing = waits && look != null && look.outcome().length() == 1;
        play.setVisible(!nothing); // there is nothing to play yet
        play.setManaged(!nothing);
        if (look == null || !steps) {
            timeline.stop();
            return;
        }
        Outcome of = look.outcome();
        following = true;
        slider.setMax(of.length());
        slider.setValue(look.step() + 1);
        following = false;
        int last = of.length() - 1;
        int measured = look.step() == last ? last : look.step() / of.stride() * of.stride();
        where.setText(
                waits && last == 0
                        ? "not trained yet"
                        : "step " + (measured + of.first()) + " of " + (last + of.first()));
        timeline.setRate(Math.max(1, Math.min(SLOWEST / FASTEST, SLOWEST * last / of.stride() / WHOLE)));
    }
}
