package app.regard.ui.app;

import app.regard.stage.Stages;
import app.regard.ui.kit.Commands;
import app.regard.ui.kit.Controls;
import app.regard.ui.lesson.LessonStorage;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The bottom of the window: back, where we are, what the keys do now, play, on. */
public final class Footer extends HBox {
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final Duration PACE = Duration.seconds(3);

    private final Workspace session;
    private final Button back = new Button();
    private final Button on = new Button();
    private final Button play = new Button();
    private final KeyHints keys;
    private final HBox dotsBox = new HBox(10);
    private final List<Region> dots = new ArrayList<>();
    private final Timeline player;
    private final BusyLine busy;

    /** @param keys what the keys do where the keyboard is */
    Footer(Workspace session, LessonStorage lessons, Commands commands, KeyHints keys) {
        this.session = session;
        this.keys = keys;
        busy = new BusyLine(session, lessons);
        getStyleClass().add("foot");
        setAlignment(Pos.CENTER_LEFT);
        player = new Timeline(new KeyFrame(PACE, e -> advance()));
        player.setCycleCount(Timeline.INDEFINITE);
        player.statusProperty().addListener((o, was, is) -> playText());
        back.setId("back");
        back.setTooltip(commands.of("stage-before").tip("The step before"));
        back.setOnAction(e -> session.step(-1));
        on.setId("next");
        on.getStyleClass().add("accent");
        on.setTooltip(commands.of("stage-after").tip("The next step"));
        on.setOnAction(e -> session.step(1));
        play.setId("play");
        play.setTooltip(commands.of("play").tip("Play the steps, three seconds each, or pause"));
        play.setOnAction(e -> togglePlay());
        dotsBox.setAlignment(Pos.CENTER);
        for (int i = 0; i < Stages.ALL.size(); i++) {
            Region dot = new Region();
            dot.getStyleClass().add("dot");
            dots.add(dot);
            dotsBox.getChildren().add(dot);
        }
        play.setMinWidth(76);
        getChildren().addAll(back, Controls.spring(), dotsBox, play, busy, Controls.spring(), keys, on);
        session.experimentModel().modelShare().addListener((o, was, is) -> {
            if ((was.doubleValue() < 0) != (is.doubleValue() < 0)) {
                fit();
            }
        });
        widthProperty().addListener((o, was, is) -> fit());
        session.shown().addListener((o, was, is) -> {
            boolean numbers = !was.content().equals(is.content());
            if (numbers
                    || was.focus().stage() != is.focus().stage()
                    || !was.view().equals(is.view())) {
                fit();
            }
        });
        fit();
        playText();
    }

    /**
     * Both buttons keep their width, whatever stage they name, so that nothing moves while stepping. In a narrow window
     * the dots give way first, for the stages are listed at the left, then the hints, then the names of the stages.
     */
    private void fit() {
        ViewState is = session.shown().get();
        double text = is.view().textScale();
        boolean names = getWidth() > 560 * text;
        double wide = (names ? 200 : 84) * text;
        for (Button b : List.of(back, on)) {
            b.setMinWidth(wide);
            b.setPrefWidth(wide);
            b.setMaxWidth(wide);
        }
        boolean reading = session.experimentModel().modelShare().get() != TrainedModel.IDLE;
        boolean hints = getWidth() > 990 * text && !reading;
        Controls.show(keys, hints);
        keys.setMinWidth(400 * text);
        keys.setPrefWidth(400 * text);
        Controls.show(dotsBox, getWidth() > (hints ? 1160 : 760) * text);
        boolean stuck = play.isDisabled();
        show(is, names);
        if (stuck != play.isDisabled()) {
            keys.refresh();
        }
    }

    /** Plays on, from the start where the end was reached, or pauses. */
    public void togglePlay() {
        if (playing()) {
            player.pause();
            return;
        }
        if (play.isDisabled()) {
            return; // one stage only
        }
        if (session.shown().get().focus().stage() == Stages.ALL.size()) {
            session.goTo(1);
        }
        player.playFromStart();
    }

    /** Gives up what is waited for; whether there was something that can be given up. */
    public boolean cancel() {
        return busy.cancel();
    }

    public boolean playing() {
        return player.getStatus() == Timeline.Status.RUNNING;
    }

    private void advance() {
        session.step(1);
        if (on.isDisabled()) {
            player.stop();
        }
    }

    private void playText() {
        play.setText(playing() ? "Pause" : "Play");
        play.setAccessibleText(playing() ? "Pause" : "Play all stages");
    }

    private void show(ViewState is, boolean names) {
        int stage = is.focus().stage();
        boolean first = !Stages.has(stage - 1) || !is.content().offers(stage - 1);
        boolean last = stage == Stages.ALL.size() || !is.content().offers(stage + 1);
        play.setDisable(first && last);
        back.setDisable(first);
        back.setText(first || !names ? "◀  Back" : "◀  " + is.content().title(stage - 1));
        back.setAccessibleText("Back");
        on.setDisable(last);
        on.setText(last || !names ? "Next  ▶" : is.content().title(stage + 1) + "  ▶");
        on.setAccessibleText("Next");
        for (int i = 0; i < dots.size(); i++) {
            dots.get(i).pseudoClassStateChanged(PASSED, i < stage);
        }
    }
}
