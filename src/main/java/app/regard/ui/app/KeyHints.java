package app.regard.ui.app;

import app.regard.stage.Stages;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.Key;
import app.regard.ui.session.ViewState;
import app.regard.ui.stages.SentenceField;
import atlantafx.base.controls.Popover;
import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The keys that do something where the keyboard is now, and what, in the foot of the window or of a lab. */
final class KeyHints extends HBox {
    private final MainView view;
    private @Nullable Node focused;
    private List<String> said = List.of();

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

    /** The reader points at something else, or has pinned a word: that is of consequence where a figure has the keyboard. */
    void pointed() {
        if (focused instanceof FigureView) {
            refresh();
        }
    }

    /** What can be done has changed. */
    void refresh() {
        if (over(ContextMenu.class)) {
            plain("↑", "", "↓", "choose", "→", "more", "Enter", "take", "Esc", "close");
        } else if (view.overlay().isOpen() || over(Popover.class)) {
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

    /** Whether a menu or a pane lies over the window, which has the keyboard to itself while the focus stays where it was. */
    private static boolean over(Class<? extends PopupWindow> kind) {
        return Window.getWindows().stream().anyMatch(w -> kind.isInstance(w) && w.isShowing());
    }

    private void lab() {
        boolean panel = focused instanceof FigureView && within("lab-pane");
        String leaves = view.lab().running().get() ? "stop" : "leave";
        if (panel && view.lab().stepsByArrows()) {
            plain("↑", "", "↓", "point", "←", "", "→", "nudge", "Enter", "click", "O", "open", "Esc", leaves);
        } else if (panel) {
            plain(
                    "arrows", "point", "Enter", "click", "Space", "take up", "+", "", "−", "nudge", "O", "open", "Esc",
                    leaves);
        } else if (focused instanceof FigureView) {
            figure("Esc", leaves);
        } else if (focused instanceof Slider && "lab-step".equals(focused.getId())) {
            plain("←", "", "→", "step", "Space", "play", "Esc", leaves);
        } else if (focused instanceof Slider) {
            undoable("←", "", "→", "change");
        } else if (focused instanceof ComboBoxBase) {
            undoable("↑", "", "↓", "choose");
        } else if (focused instanceof ToggleButton) {
            plain("←", "", "→", "choose", "Esc", leaves);
        } else {
            plain("Space", "press", "Esc", leaves);
        }
    }

    private void stages() {
        if (focused instanceof FigureView) {
            figure("PgUp", "", "PgDn", "step");
        } else if (focused instanceof Slider) {
            undoable("←", "", "→", "change");
        } else if (focused instanceof ComboBoxBase) {
            plain("↑", "", "↓", "choose", "PgUp", "", "PgDn", "step");
        } else if (focused instanceof ToggleButton) {
            plain("←", "", "→", "choose", "PgUp", "", "PgDn", "step");
        } else if (!steps()) {
            keys("word-before", "word-after", "view-heads", "view-help");
        } else if (focused instanceof ButtonBase || focused instanceof ToggleSwitch) {
            plain("←", "", "→", "step", "↑", "", "↓", "word", "Space", "press");
        } else {
            keys("step-back", "step-on", "word-before", "word-after", "play", "view-help");
        }
    }

    /**
     * The keys in a figure of the stages.
     *
     * @param free what else there is where nothing is pinned
     */
    private void figure(String... free) {
        FigureView figure = (FigureView) Objects.requireNonNull(focused);
        boolean pinned = view.session().shown().get().focus().pinned();
        String[] moves =
                switch (String.valueOf(figure.getId())) {
                    case "strip" -> new String[] {"←", "", "→", "word"};
                    case "lines" -> new String[] {"↑", "", "↓", "word"};
                    case "bars" -> new String[] {"↑", "", "↓", "bar"};
                    default -> new String[] {"↑", "", "↓", "", "←", "", "→", "cell"};
                };
        String[] enter = {"Enter", figure.opens() ? "open" : "bars".equals(figure.getId()) ? "pin its word" : "pin"};
        String[] last = pinned ? new String[] {"Esc", "unpin"} : free;
        plain(Stream.of(moves, enter, last).flatMap(Stream::of).toArray(String[]::new));
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

    /** Labels are made anew only where they say something else, for they cost styling. */
    private void plain(String... pairs) {
        List<String> says = List.of(pairs);
        if (!says.equals(said)) {
            said = says;
            getChildren().setAll(Controls.keys(pairs).getChildren());
        }
    }

    /** These, and undo where there is anything to take back. */
    private void undoable(String... pairs) {
        boolean undo = view.commands().of("undo").enabled().getAsBoolean();
        plain(Stream.concat(Stream.of(pairs), undo ? Stream.of("Ctrl+Z", "undo") : Stream.of())
                .toArray(String[]::new));
    }

    /** Neighbours that say the same share the word; of keys that do the same only arrows are all named. */
    private void keys(String... ids) {
        List<String> pairs = new ArrayList<>();
        List<Command> all = Stream.of(ids)
                .flatMap(view.commands()::find)
                .filter(command -> command.enabled().getAsBoolean())
                .toList();
        for (int i = 0; i < all.size(); i++) {
            Command command = all.get(i);
            for (Key key : command.keys()) {
                if (key.isArrow() || key.equals(command.keys().get(0))) {
                    pairs.addAll(List.of(key.cap(), ""));
                }
            }
            if (i == all.size() - 1 || !all.get(i + 1).hint().equals(command.hint())) {
                pairs.set(pairs.size() - 1, command.hint());
            }
        }
        plain(pairs.toArray(String[]::new));
    }
}
