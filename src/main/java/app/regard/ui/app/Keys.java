package app.regard.ui.app;

import app.regard.ui.session.Workspace;
import app.regard.ui.stages.SentenceField;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keyboard does in the whole window. */
final class Keys {
    private final Workspace session;
    private final MainView view;
    private final Scene scene;

    Keys(Workspace session, MainView view, Scene scene) {
        this.session = session;
        this.view = view;
        this.scene = scene;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::early);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::late);
        scene.focusOwnerProperty().addListener((o, was, is) -> view.foot().hint(is));
    }

    /** What works everywhere, even while typing. */
    private void early(KeyEvent e) {
        KeyCode code = e.getCode();
        boolean done = true;
        if (view.overlay().isOpen()) { // what is open has the keyboard to itself
            done = code == KeyCode.ESCAPE || (e.isShortcutDown() && code == KeyCode.E);
            if (done) {
                view.overlay().back();
                e.consume();
            }
            return;
        }
        if (e.isShortcutDown() && (code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN)) {
            card(code == KeyCode.PAGE_DOWN);
        } else if (code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN) {
            session.step(code == KeyCode.PAGE_UP ? -1 : 1);
        } else if (code == KeyCode.F1) {
            view.help();
        } else if (code == KeyCode.F11) {
            view.present();
        } else if (e.isShortcutDown() && code == KeyCode.O) {
            open(e.isShiftDown());
        } else if (e.isShortcutDown() && code == KeyCode.S) {
            save(e.isShiftDown());
        } else if (e.isShortcutDown() && (code == KeyCode.Z || code == KeyCode.Y) && besideTheSentence()) {
            done = false; // the field's own
        } else if (e.isShortcutDown() && code == KeyCode.Z) {
            if (e.isShiftDown()) {
                session.redo();
            } else {
                session.undo();
            }
        } else if (e.isShortcutDown() && code == KeyCode.Y) {
            session.redo();
        } else if (e.isShortcutDown() && code == KeyCode.E) {
            view.export();
        } else if (e.isShortcutDown() && code == KeyCode.D) {
            view.toggleTheme();
        } else if (besideTheSentence() && code == KeyCode.ESCAPE) {
            view.leaveField();
        } else if (scene.getFocusOwner() instanceof SentenceField
                && (code == KeyCode.ENTER || code == KeyCode.ESCAPE)) {
            view.leaveField();
        } else {
            // JavaFX would move the focus from button to button; here arrows step, and Tab moves the focus
            done = scene.getFocusOwner() instanceof Button && plain(e) && walk(code);
        }
        if (done) {
            e.consume();
        }
    }

    private void open(boolean attention) {
        if (attention) {
            view.attention().open();
        } else {
            view.lessons().open();
        }
    }

    private void save(boolean elsewhere) {
        if (elsewhere) {
            view.lessons().saveAs();
        } else {
            view.lessons().save();
        }
    }

    private void card(boolean on) {
        if (on) {
            view.lecture().next();
        } else {
            view.lecture().back();
        }
    }

    /** Whether the caret is in a lesson's title or notes. */
    private boolean besideTheSentence() {
        return scene.getFocusOwner() instanceof TextInputControl field && !(field instanceof SentenceField);
    }

    private static boolean plain(KeyEvent e) {
        return !e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown();
    }

    /** Arrows: steps to the sides, words up and down. */
    private boolean walk(KeyCode code) {
        switch (code) {
            case LEFT -> session.step(-1);
            case RIGHT -> session.step(1);
            case UP -> session.moveQuery(-1);
            case DOWN -> session.moveQuery(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What works when no control has taken the key. */
    private void late(KeyEvent e) {
        Node at = scene.getFocusOwner();
        if (e.isConsumed() || view.overlay().isOpen() || at instanceof TextInputControl || at instanceof ComboBoxBase) {
            return;
        }
        if (e.isShortcutDown()) {
            if (e.getCode() == KeyCode.C) {
                view.copyCell();
            }
            return;
        }
        if (e.getCode() == KeyCode.ESCAPE) {
            if (!view.foot().cancel()) {
                session.unpin();
            }
        } else if (e.getCode() == KeyCode.H) {
            view.heads();
        } else if (e.getCode() == KeyCode.L) {
            view.layers();
        } else if (e.getCode() == KeyCode.SPACE && !(at instanceof ButtonBase)) {
            view.foot().togglePlay();
        } else if (!walk(e.getCode())) {
            return;
        }
        e.consume();
    }
}
