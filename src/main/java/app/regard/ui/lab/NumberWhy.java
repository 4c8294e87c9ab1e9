package app.regard.ui.lab;

import app.regard.stage.Why;
import app.regard.stage.WhyText;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** "Why 0.8192?" below figures: the arithmetic of the number that is pointed at. */
final class NumberWhy extends VBox {
    /** Room for its two lines, so that the plot does not move with every number. */
    static final double HEIGHT = 60;

    private static final int DECIMALS = 4;

    private final Label question = new Label();
    private final Label about = new Label();
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
        getChildren().addAll(new HBox(10, question, about), formula);
    }

    /** Nothing is asked about. */
    void clear() {
        question.setText("");
        about.setText("");
        formula.setText("");
    }

    /** Shows what is said of something that is no single number. */
    void show(String said) {
        clear();
        formula.setText(said);
    }

    /** Shows where a number comes from, and returns it with what it is about, to be spoken. */
    String show(Why why) {
        String number = WhyText.result(why, DECIMALS);
        question.setText("Why " + number + "?");
        about.setText(why.about());
        String note = why.note().isEmpty() ? "" : "\n" + why.note();
        formula.setText(WhyText.formula(why, DECIMALS) + note);
        return why.about() + ": " + number;
    }
}
