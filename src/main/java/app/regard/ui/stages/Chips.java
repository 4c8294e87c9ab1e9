package app.regard.ui.stages;

import java.util.List;
import javafx.scene.control.Label;

/** The chips that name what is not as usual, one each. */
final class Chips {
    private Chips() {}

    static List<Label> of(List<String> texts) {
        return texts.stream().map(Chips::chip).toList();
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
