package app.regard.ui.app;

import app.regard.stage.Stages;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.Key;
import app.regard.ui.session.ViewState;
import app.regard.ui.stages.SentenceField;
import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The keys that do something where the keyboard is now, and what, in the foot of the window or of a lab. */
final class KeyHints extends HBox {
    private final MainView view;
    private @Nullable Node focused;

    KeyHints(MainView view) {
        super(6);
        this.view = view;
        setAlignment(Pos.CENTER);
    }

    /** The keyboard is elsewhere. */
    void show(@Nullable Node now) {
        focused = now;
        refresh();
    }

    /** What can be done has changed. */
    void refresh() {
        if (view.overlay().isOpen()) {
            plain("Tab", "next", "Esc", "close");
        } else if (focused instanceof SentenceField) {
            if (view.lab().isOpen()) {
                keys("leave-sentence", "undo");
            } else {
                keys("leave-sentence", "stage-before", "stage-after", "undo");
            }
        } else if (focused instanceof TextInputControl) {
            if (within("lesson-bar")) {
                keys("leave-notes", "lesson-add", "card-after", "lesson-save");
            } else {
                plain("Enter", "take", "Esc", "leave");
            }
        } else if (view.lab().isOpen()) {
            lab();
        } else {
            stages();
        }
    }

    private void lab() {
        boolean panel = focused instanceof FigureView && within("lab-pane");
        if (panel && view.lab().stepsByArrows()) {
            plain("↑", "", "↓", "point", "←", "", "→", "nudge", "Enter", "click", "O", "open", "Esc", "leave");
        } else if (panel) {
            plain(
                    "arrows", "point", "Enter", "click", "Space", "take up", "+", "", "−", "nudge", "O", "open", "Esc",
                    "leave");
        } else if (focused instanceof FigureView) {
            keys("cell", "pin", "give-up");
        } else if (focused instanceof Slider) {
            plain("←", "", "→", "change", "Ctrl+Z", "undo");
        } else if (focused instanceof ComboBoxBase) {
            plain("↑", "", "↓", "choose", "Ctrl+Z", "undo");
        } else if (focused instanceof ToggleButton) {
            plain("←", "", "→", "choose", "Esc", "leave");
        } else {
            plain("Space", "press", "Esc", "leave");
        }
    }

    private void stages() {
        if (focused instanceof FigureView && "strip".equals(focused.getId())) {
            plain("←", "", "→", "word", "Enter", "pin", "Esc", "unpin");
        } else if (focused instanceof FigureView) {
            keys("cell", "pin", "give-up");
        } else if (focused instanceof Slider) {
            plain("←", "", "→", "change", "Ctrl+Z", "undo");
        } else if (focused instanceof ComboBoxBase) {
            plain("↑", "", "↓", "choose", "PgUp", "", "PgDn", "step");
        } else if (focused instanceof ToggleButton) {
            plain("←", "", "→", "choose", "PgUp", "", "PgDn", "step");
        } else if (!steps()) {
            keys("word-before", "word-after", "view-heads", "view-help");
        } else if (focused instanceof ButtonBase || focused instanceof ToggleSwitch) {
            keys("step-back", "step-on", "word-before", "word-after");
            getChildren().addAll(label("Space", "key"), label("press", "quiet"));
        } else {
            keys("step-back", "step-on", "word-before", "word-after", "play", "view-help");
        }
    }

    /** Whether there is a step to go to. */
    private boolean steps() {
        ViewState is = view.session().shown().get();
        int stage = is.focus().stage();
        return IntStream.of(stage - 1, stage + 1)
                .anyMatch(other -> Stages.has(other) && is.content().offers(other));
    }

    private boolean within(String style) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    private void plain(String... pairs) {
        getChildren().setAll(Controls.keys(pairs).getChildren());
    }

    /** Neighbours that say the same share the word; of keys that do the same only arrows are all named. */
    private void keys(String... ids) {
        List<Node> labels = new ArrayList<>();
        List<Command> all = Stream.of(ids).flatMap(view.commands()::find).toList();
        for (int i = 0; i < all.size(); i++) {
            Command command = all.get(i);
            for (Key key : command.keys()) {
                if (key.isArrow() || key.equals(command.keys().get(0))) {
                    labels.add(label(key.cap(), "key"));
                }
            }
            if (i == all.size() - 1 || !all.get(i + 1).hint().equals(command.hint())) {
                labels.add(label(command.hint(), "quiet"));
            }
        }
        getChildren().setAll(labels);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return Controls.whole(label);
    }
}
