package app.regard.ui.lab;

import app.regard.stage.Why;
import app.regard.stage.WhyText;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** "Why 0.8192?" below figures: the arithmetic of the number that is pointed at. */
final class NumberWhy extends VBox {
    private static final int DECIMALS = 4;

    private final Label question = new Label();
    private final Label about = new Label();
    private final HBox asked = new HBox(10, question, about);
    private final Label formula = new Label();
    private double tallest;
    private double tallestAt;

    /** @param name what the ids of its parts begin with */
    NumberWhy(String name) {
        getStyleClass().add("why");
        question.getStyleClass().add("why-question");
        question.setId(name + "-question");
        question.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("why-about");
        about.setId(name + "-about");
        about.setMinWidth(0);
        formula.getStyleClass().add("why-formula");
        formula.setId(name + "-why");
        formula.setWrapText(true);
        formula.setMinHeight(USE_PREF_SIZE);
        asked.managedProperty().bind(question.textProperty().isNotEmpty());
        getChildren().addAll(asked, formula);
    }

    /**
     * Room for two lines, and for as many as there were: nothing above moves from number to number, or a click would come to
     * another one than was pointed at.
     */
    @Override
    protected double computePrefHeight(double width) {
        double two = 2 * asked.prefHeight(-1)
                + getSpacing()
                + getInsets().getTop()
                + getInsets().getBottom();
        double now = Math.max(super.computePrefHeight(width), two);
        if (width != tallestAt) {
            forget();
            tallestAt = width;
        }
        tallest = Math.max(tallest, now);
        return tallest;
    }

    /** Gives the room of longer texts back. */
    void forget() {
        tallest = 0;
    }

    /** Shows what is said of something that is no single number. */
    void show(String said) {
        question.setText("");
        about.setText("");
        formula.setText(said);
    }

    /** Shows where a number comes from. */
    void show(Why why) {
        question.setText("Why " + WhyText.result(why, DECIMALS) + "?");
        about.setText(why.about());
        String note = why.note().isEmpty() ? "" : "\n" + why.note();
        formula.setText(WhyText.formula(why, DECIMALS) + note);
    }
}
