package app.regard.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The line above what is shown: what to notice, what changed, what went wrong. */
public final class NoticeBar extends Label {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final PseudoClass CHANGE = PseudoClass.getPseudoClass("change");

    /** @param notice what is said now */
    public NoticeBar(ObservableValue<Notice> notice) {
        getStyleClass().add("notice");
        setId("notice");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(Region.USE_PREF_SIZE);
        notice.addListener((o, was, is) -> show(is));
        show(notice.getValue());
    }

    /** Hides what was said before something else is shown below; the next notice is seen again. */
    public void forget() {
        show(Notice.NONE);
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
