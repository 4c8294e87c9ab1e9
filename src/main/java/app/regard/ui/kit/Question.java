package app.regard.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question over the window whether changes are to be saved. */
public final class Question extends VBox {
    private static final double WIDTH = 460;

    private Question(Overlay overlay, String question, String reason, Runnable save, Runnable lose) {
        setId("question");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label asked = new Label(question);
        asked.getStyleClass().add("side-title");
        asked.setId("question-text");
        asked.setWrapText(true);
        Label why = new Label(reason);
        why.getStyleClass().add("quiet");
        HBox buttons = new HBox(
                10,
                button("question-cancel", "Cancel", overlay, () -> {}),
                Controls.spring(),
                button("question-lose", "Don’t save", overlay, lose),
                button("question-save", "Save", overlay, save));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(asked, why, buttons);
    }

    /**
     * Asks; whoever closes the question has answered that nothing is to happen.
     *
     * @param save is done where the answer is yes
     * @param lose is done where the changes may be lost
     */
    public static void ask(Overlay overlay, String question, String reason, Runnable save, Runnable lose) {
        Question asked = new Question(overlay, question, reason, save, lose);
        Button first = (Button) asked.lookup("#question-save");
        first.getStyleClass().add("accent");
        first.setDefaultButton(true);
        overlay.open(asked, first, () -> {});
    }

    private static Button button(String id, String text, Overlay overlay, Runnable action) {
        Button button = Controls.button(id, text, () -> {
            overlay.close();
            action.run();
        });
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
