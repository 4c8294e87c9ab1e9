package app.regard.ui.kit;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The line that says what changed and what went wrong. It goes by itself, unless it is pointed at or has the keyboard, and by
 * its button. What went wrong stays until then.
 */
public final class NoticeBar extends HBox {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final PseudoClass CHANGE = PseudoClass.getPseudoClass("change");

    /** How long what is no problem stays. */
    public static final Duration STAYS = Duration.seconds(8);

    private final Label text = new Label();
    private final PauseTransition time = new PauseTransition(STAYS);
    private final boolean floating;
    private final Button action = Controls.whole(new Button());

    /**
     * @param notice what is said now
     * @param say says something else
     * @param floating whether whoever shows it lays it over something else, so that it moves nothing
     */
    public NoticeBar(ObservableValue<Notice> notice, Consumer<Notice> say, boolean floating) {
        this.floating = floating;
        getStyleClass().add("notice");
        setManaged(!floating);
        setAlignment(Pos.CENTER_LEFT);
        text.setId("notice");
        text.setWrapText(true);
        text.setMinHeight(floating ? 0 : Region.USE_PREF_SIZE); // whoever lays it over something may elide it
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        action.setId("notice-action");
        Button close = Controls.button("notice-close", "×", () -> say.accept(Notice.NONE));
        close.getStyleClass().add("notice-close");
        close.setAccessibleText("Close this notice");
        close.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(text, action, close);
        time.setOnFinished(e -> say.accept(Notice.NONE));
        hoverProperty().addListener((o, was, is) -> read(notice.getValue()));
        focusWithinProperty().addListener((o, was, is) -> read(notice.getValue()));
        sceneProperty().addListener((o, was, is) -> restart(notice.getValue()));
        notice.addListener((o, was, is) -> show(is));
        show(notice.getValue());
    }

    /** Hides what was said before something else is shown below; the next notice is seen again. */
    public void forget() {
        show(Notice.NONE);
    }

    private void show(Notice said) {
        text.setText(said.text());
        Controls.show(action, said.action().isPresent());
        said.action().ifPresent(offered -> {
            action.setText(offered.name());
            action.setOnAction(e -> offered.run().run());
        });
        setVisible(said.kind() != Notice.Kind.NONE && !said.text().isEmpty());
        setManaged(!floating && isVisible());
        for (Region node : new Region[] {this, text}) {
            node.pseudoClassStateChanged(PROBLEM, said.kind() == Notice.Kind.PROBLEM);
            node.pseudoClassStateChanged(CHANGE, said.kind() == Notice.Kind.CHANGE);
        }
        if (getParent() != null) {
            getParent().requestLayout();
        }
        restart(said);
    }

    /** Whether the reader is at it, by mouse or keyboard, and so wants to read all of it. */
    public boolean isRead() {
        return isHover() || isFocusWithin();
    }

    private void read(Notice said) {
        if (floating && getParent() != null) {
            getParent().requestLayout();
        }
        restart(said);
    }

    private void restart(Notice said) {
        time.stop();
        boolean seen = isVisible() && getScene() != null; // a bar of a pane that is not open lets nothing go
        if (seen && !isRead() && said.kind() != Notice.Kind.PROBLEM) {
            time.playFromStart();
        }
    }
}
