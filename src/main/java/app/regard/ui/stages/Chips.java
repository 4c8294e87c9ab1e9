package app.regard.ui.stages;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/**
 * The chips that name what is not as usual, one each, in one line: what finds no room there is counted, and named in a tip. So
 * what comes and goes moves nothing.
 */
final class Chips extends Pane {
    private static final double GAP = 6;

    /** Less of a chip than this says nothing. */
    private static final double LEAST = 48;

    private final Label more = chip("");
    private final Tooltip others = new Tooltip();
    private List<String> named = List.of();

    Chips() {
        setMinWidth(0);
        others.setWrapText(true);
        others.setMaxWidth(480);
        getChildren().setAll(more);
        setManaged(false);
    }

    /** Names other things. */
    void show(List<String> texts) {
        if (!texts.equals(named)) {
            named = texts;
            getChildren().setAll(texts.stream().map(Chips::chip).toList());
            getChildren().add(more);
            others.setText(String.join("\n", texts));
            setManaged(!texts.isEmpty());
        }
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private double wide(int first) {
        return getChildren().subList(0, first).stream()
                .mapToDouble(chip -> chip.prefWidth(-1) + GAP)
                .sum();
    }

    @Override
    protected double computePrefWidth(double height) {
        return named.isEmpty() ? 0 : Math.ceil(wide(named.size()) - GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        return named.isEmpty() ? 0 : getChildren().get(0).prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        int all = named.size();
        int shown = all;
        while (shown > 0 && wide(shown) - GAP > getWidth() - (shown < all ? more(all - shown) : 0)) {
            shown--;
        }
        double beside = getWidth() - (all > 1 ? more(all - 1) : 0);
        boolean shortened = shown == 0 && all > 0 && beside >= LEAST;
        shown = shortened ? 1 : shown;
        more(all - shown);
        double x = 0;
        for (int i = 0; i <= all; i++) {
            Label chip = (Label) getChildren().get(i);
            chip.setVisible(i < shown || (i == all && shown < all));
            if (chip.isVisible()) {
                double wide = shortened && i == 0 ? beside : chip.prefWidth(-1);
                chip.setTooltip(i == all || (shortened && i == 0) ? others : null);
                chip.resizeRelocate(x, 0, wide, chip.prefHeight(-1));
                x += wide + GAP;
            }
        }
    }

    /** How much room the chip takes that counts so many others. */
    private double more(int count) {
        String text = "+" + count;
        if (!more.getText().equals(text)) {
            more.setText(text);
        }
        return more.prefWidth(-1) + GAP;
    }
}
