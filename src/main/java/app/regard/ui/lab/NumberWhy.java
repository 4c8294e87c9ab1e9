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

    /** Room for two lines, so that nothing above moves between a number and what is none. */
    @Override
    protected double computePrefHeight(double width) {
        double two = 2 * asked.prefHeight(-1)
                + getSpacing()
                + getInsets().getTop()
                + getInsets().getBottom();
        return Math.max(super.computePrefHeight(width), two);
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
