package app.regard.ui.stages;

import app.regard.ui.kit.Notice;
import app.regard.ui.session.Workspace;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The line that says what changed and what went wrong. It lies over the stage and moves nothing; it goes by itself, unless
 * it is pointed at, and by its button. What went wrong stays until then.
 */
final class NoticeBar extends HBox {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final PseudoClass CHANGE = PseudoClass.getPseudoClass("change");

    /** How long what is no problem stays. */
    static final Duration STAYS = Duration.seconds(8);

    private final Label text = new Label();
    private final PauseTransition time = new PauseTransition(STAYS);

    NoticeBar(Workspace session) {
        getStyleClass().add("notice");
        setManaged(false);
        text.setId("notice");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button("×");
        close.setId("notice-close");
        close.getStyleClass().add("notice-close");
        close.setAccessibleText("Close this notice");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(e -> session.say(Notice.NONE));
        getChildren().addAll(text, close);
        time.setOnFinished(e -> session.say(Notice.NONE));
        hoverProperty().addListener((o, was, is) -> wait(session.notice().get()));
        session.notice().addListener((o, was, is) -> show(is));
        show(session.notice().get());
    }

    private void show(Notice notice) {
        text.setText(notice.text());
        setVisible(notice.kind() != Notice.Kind.NONE && !notice.text().isEmpty());
        for (Region node : new Region[] {this, text}) {
            node.pseudoClassStateChanged(PROBLEM, notice.kind() == Notice.Kind.PROBLEM);
            node.pseudoClassStateChanged(CHANGE, notice.kind() == Notice.Kind.CHANGE);
        }
        if (getParent() != null) {
            getParent().requestLayout();
        }
        wait(notice);
    }

    private void wait(Notice notice) {
        time.stop();
        if (isVisible() && !isHover() && notice.kind() != Notice.Kind.PROBLEM) {
            time.playFromStart();
        }
    }
}
