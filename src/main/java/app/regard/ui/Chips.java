package app.regard.ui;

import app.regard.draw.Numerals;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;

/** What is not as usual, one small chip each. */
final class Chips {
    private Chips() {}

    static List<Label> of(Inputs in) {
        List<Label> chips = new ArrayList<>();
        if (in.mask().kind() == Mask.Kind.CAUSAL) {
            chips.add(chip("causal mask"));
        }
        if (in.mask().kind() == Mask.Kind.LOCAL) {
            chips.add(chip("local window ±" + in.mask().radius()));
        }
        if (in.positions().on()) {
            chips.add(chip("positions × " + Numerals.chosen(in.positions().strength())));
        }
        if (in.temperature() != 1) {
            chips.add(chip("temperature " + Numerals.chosen(in.temperature())));
        }
        return chips;
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
