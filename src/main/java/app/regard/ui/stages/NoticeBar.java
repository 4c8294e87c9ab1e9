package app.regard.ui.stages;

import app.regard.ui.kit.Notice;
import app.regard.ui.session.Workspace;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The line above the stage: what to notice, what changed, what went wrong. */
final class NoticeBar extends Label {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final PseudoClass CHANGE = PseudoClass.getPseudoClass("change");

    NoticeBar(Workspace session) {
        getStyleClass().add("notice");
        setId("notice");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(Region.USE_PREF_SIZE);
        session.notice().addListener((o, was, is) -> show(is));
        show(session.notice().get());
    }

    private void show(Notice notice) {
        boolean any = notice.kind() != Notice.Kind.NONE;
        setText(notice.text());
        setVisible(any);
        setManaged(any);
        pseudoClassStateChanged(PROBLEM, notice.kind() == Notice.Kind.PROBLEM);
        pseudoClassStateChanged(CHANGE, notice.kind() == Notice.Kind.CHANGE);
    }
}
