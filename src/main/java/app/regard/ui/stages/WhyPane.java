package app.regard.ui.stages;

import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** "Why 0.4013?", docked below the stage: the arithmetic of the cell in question in real numbers. */
final class WhyPane extends VBox {
    private static final int MORE_DECIMALS = 2;

    /** Room for two lines, so that the stage above does not move with every cell. */
    private static final double LEAST = 80;

    /** The same where the pane is low and its type small. */
    private static final double LEAST_LOW = 66;

    /** Room for three: sums over a trained head's many columns are written that long. */
    private static final double LEAST_LEARNED = 98;

    private final Label question = new Label();
    private final Label about = new Label();
    private final Label formula = new Label();
    private final Label note = new Label();
    private @Nullable ViewState tallestOf;
    private double tallest;
    private double least;
    private boolean low;

    WhyPane(Workspace session) {
        getStyleClass().add("why");
        question.getStyleClass().add("why-question");
        question.setId("why-question");
        question.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("why-about");
        about.setId("why-about");
        formula.getStyleClass().add("why-formula");
        formula.setId("why-formula");
        formula.setWrapText(true);
        formula.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("why-note");
        note.setId("why-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        about.setMinWidth(0);
        getChildren().addAll(new HBox(10, question, about), formula, note);
        // a width that changes while the window is laid out asks for lines that only the next layout can give
        widthProperty().addListener((o, was, is) -> {
            tallest = 0;
            Platform.runLater(this::requestLayout);
        });
        session.shown().addListener((o, was, is) -> show(is));
        show(session.shown().get());
    }

    /** As high as the longest line was, as long as the numbers, the stage and the width stay: pointing moves nothing. */
    @Override
    protected double computePrefHeight(double width) {
        tallest = Math.max(tallest, super.computePrefHeight(width));
        return Math.max(least, tallest);
    }

    /** What is written is never cut: matrices give way. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private void show(ViewState is) {
        if (tallestOf == null || !same(tallestOf, is)) {
            tallestOf = is;
            tallest = 0;
        }
        Why why = is.why();
        int decimals = is.view().decimals() + MORE_DECIMALS;
        question.setText("Why " + WhyText.result(why, decimals) + "?");
        about.setText(why.about());
        formula.setText(whole(WhyText.formula(why, decimals)));
        note.setText(why.note());
        room(is);
    }

    /** Takes less room where the pane around it is low. */
    void setLow(boolean low, ViewState is) {
        if (this.low != low) {
            this.low = low;
            tallest = 0;
            room(is);
        }
    }

    private void room(ViewState is) {
        double usual = low ? LEAST_LOW : is.content().longSums() ? LEAST_LEARNED : LEAST;
        least = usual * is.view().textScale();
        requestLayout();
    }

    private static boolean same(ViewState was, ViewState is) {
        return was.content().equals(is.content())
                && was.view().equals(is.view())
                && was.focus().stage() == is.focus().stage();
    }

    /** The result stays with its equals sign when the line breaks. */
    private static String whole(String formula) {
        int equals = formula.lastIndexOf(" = ");
        return equals < 0 ? formula : formula.substring(0, equals) + "\u00A0=\u00A0" + formula.substring(equals + 3);
    }
}
