package app.regard.ui.stages;

import app.regard.trace.Experiment;
import app.regard.trace.Traits;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.session.AttentionFileDialogs;
import app.regard.ui.session.Workspace;
import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The choices that only a trained head and a file have: layer and head, array and tokens, and what is made of several heads. */
final class HeadPopover {
    private final Workspace session;
    private final Popover popover;
    private final TrainedPane trained;
    private final FilePane file;
    private final ReadingPane reading;
    private final VBox all;

    /**
     * @param heads shows all heads at once
     * @param files asks for files
     */
    HeadPopover(Workspace session, Runnable heads, FileDialogs files) {
        this.session = session;
        Runnable away = () -> {
            hide();
            heads.run();
        };
        trained = new TrainedPane(session, away, new AttentionFileDialogs(session, files)::openModel);
        file = new FilePane(session, files, away);
        reading = new ReadingPane(session);
        all = new VBox(12, trained, file, reading);
        all.getStyleClass().add("head-popover");
        popover = new Popover(all);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> { // a closed list would swallow Escape
                    if (e.getCode() == KeyCode.ESCAPE && !trained.choosing() && !file.choosing()) {
                        hide();
                        e.consume();
                    }
                });
        session.experiment().addListener((o, was, is) -> show(is));
        session.shown().addListener((o, was, is) -> {
            several();
            if (was.content() != is.content()) {
                trained.show(session.experiment().get().source());
            }
        });
        show(session.experiment().get());
    }

    void toggle(Node owner) {
        if (popover.isShowing()) {
            hide();
        } else {
            show(session.experiment().get());
            popover.show(owner);
            all.applyCss();
            all.lookupAll("*").stream()
                    .filter(n -> n.isFocusTraversable() && !n.isDisabled() && shown(n))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private void hide() {
        if (popover.isShowing()) {
            popover.hide();
        }
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    /** The controls follow the experiment. */
    private void show(Experiment e) {
        Traits traits = e.source().traits();
        Controls.show(trained, traits.trained());
        Controls.show(file, traits.file());
        Controls.show(reading, traits.heads());
        several();
        if (traits.trained()) {
            trained.show(e.source());
        }
        if (!traits.heads()) {
            hide();
        }
    }

    /** A file may hold one head only. */
    private void several() {
        reading.several(!session.experiment().get().source().traits().file() || file.several());
    }
}
