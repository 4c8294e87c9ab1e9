package app.regard.ui.app;

import app.regard.ui.kit.Command;
import app.regard.ui.kit.Command.Where;
import app.regard.ui.kit.Commands;
import app.regard.ui.kit.Key;
import app.regard.ui.stages.SentenceField;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The keyboard of the whole window: which command a key gives, by where the focus is. */
final class Keys {
    private final MainView view;
    private final Commands commands;
    private final Scene scene;
    private final InvalidationListener over;

    Keys(MainView view, Scene scene) {
        this.view = view;
        this.commands = view.commands();
        this.scene = scene;
        over = o -> view.keyHints().forEach(KeyHints::refresh);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::beforeControls);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::afterControls);
        scene.focusOwnerProperty().addListener((o, was, is) -> view.keyHints().forEach(hints -> hints.show(is)));
        view.session().shown().addListener((o, was, is) -> view.keyHints().forEach(KeyHints::pointed));
        ChangeListener<Boolean> can = (o, was, is) -> view.keyHints().forEach(KeyHints::refresh);
        view.lab().running().addListener(can);
        view.session().experimentModel().history().undoable().addListener(can);
        Window.getWindows().addListener(new WeakInvalidationListener(over)); // menus and panes over the window
    }

    /** Gives the commands that work everywhere, even while typing. */
    private void beforeControls(KeyEvent e) {
        if (view.overlay().isOpen()) { // what is open has the keyboard to itself
            if (e.getCode() == KeyCode.ESCAPE || asks(e, "export-picture") || asks(e, "view-help")) {
                view.overlay().back();
                e.consume();
            }
            return;
        }
        if (e.getCode() == KeyCode.ESCAPE
                && keepsNothing(scene.getFocusOwner())
                && view.foot().cancel()) {
            e.consume();
            return;
        }
        Optional<Command> asked = commands.pressed(e, places());
        if (asked.isEmpty() && stands(scene.getFocusOwner()) && isPlain(e)) {
            // JavaFX would move the focus from button to button; here arrows step, and Tab moves the focus
            asked = commands.pressed(e, Set.of(Where.UNTAKEN))
                    .filter(c -> c.keys().stream().allMatch(Key::isArrow));
        }
        perform(asked, e);
    }

    /** A control that takes Esc, and has nothing of its own that it gives up: then what is being read is given up first. */
    private static boolean keepsNothing(@Nullable Node owner) {
        return owner instanceof SentenceField || (owner instanceof ComboBoxBase<?> list && !list.isShowing());
    }

    /** A button that has no use for arrows; an open menu has its own. */
    private static boolean stands(@Nullable Node owner) {
        return owner instanceof Button || (owner instanceof MenuButton menu && !menu.isShowing());
    }

    private boolean asks(KeyEvent e, String id) {
        return commands.pressed(e, Set.of(commands.of(id).where()))
                .filter(c -> c.id().equals(id))
                .isPresent();
    }

    private Set<Where> places() {
        Set<Where> places = EnumSet.of(Where.ANYWHERE);
        Node at = scene.getFocusOwner();
        boolean sentence = at instanceof SentenceField;
        if (sentence) {
            places.add(Where.SENTENCE);
        }
        places.add(at instanceof TextInputControl && !sentence ? Where.NOTES : Where.OUTSIDE_NOTES);
        return places;
    }

    private static boolean isPlain(KeyEvent e) {
        return !e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown();
    }

    /** Gives the commands that work when no control has taken the key. */
    private void afterControls(KeyEvent e) {
        Node at = scene.getFocusOwner();
        if (e.isConsumed() || view.overlay().isOpen() || at instanceof TextInputControl || at instanceof ComboBoxBase) {
            return;
        }
        if (e.getCode() != KeyCode.SPACE || !(at instanceof ButtonBase)) { // which Space presses
            perform(commands.pressed(e, Set.of(Where.UNTAKEN)), e);
        }
    }

    private static void perform(Optional<Command> asked, KeyEvent e) {
        asked.ifPresent(command -> {
            command.perform();
            e.consume();
        });
    }
}
