package app.regard.ui.lab;

import app.regard.ui.kit.Controls;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** In which order heads stand and which of them are shown, with the way back to all of them. */
final class HeadsChoice extends FlowPane {
    private static final double STEP = 0.05;

    private final ObjectProperty<HeadDoes> order = new SimpleObjectProperty<>(HeadDoes.PLACE);
    private final ObjectProperty<AtLeast> least = new SimpleObjectProperty<>(AtLeast.ALL);
    private final ComboBox<HeadDoes> orders = new ComboBox<>();
    private final ComboBox<HeadDoes> shown = new ComboBox<>();
    private final Slider slider = new Slider(0, 1, AtLeast.ALL.number());
    private final Label number = new Label();
    private final Label count = new Label();
    private final HBox much = new HBox(8);
    private HeadTerms terms = HeadTerms.NONE;

    HeadsChoice() {
        super(18, 8);
        setAlignment(Pos.CENTER_LEFT);
        orders.setId("heads-order");
        orders.setAccessibleText("Order of the heads");
        orders.valueProperty().addListener((o, was, is) -> order.set(is == null ? HeadDoes.PLACE : is));
        shown.setId("heads-show");
        shown.setAccessibleText("Which heads are shown");
        shown.valueProperty().addListener((o, was, is) -> choose());
        slider.setId("heads-least");
        slider.setAccessibleText("How much is enough, 0 to 1");
        slider.setBlockIncrement(STEP);
        slider.setMajorTickUnit(STEP);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setPrefWidth(140);
        slider.valueProperty().addListener((o, was, is) -> choose());
        number.setId("heads-least-number");
        number.setMinWidth(USE_PREF_SIZE);
        count.setId("heads-count");
        count.setMinWidth(USE_PREF_SIZE);
        Button all = new Button("Show all");
        all.setId("heads-show-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(e -> {
            shown.setValue(HeadDoes.PLACE);
            shown.requestFocus(); // the button goes
        });
        much.setAlignment(Pos.CENTER_LEFT);
        much.getChildren().setAll(Controls.whole(Controls.quiet("at least")), slider, number, count, all);
        offer(HeadTerms.NONE);
        getChildren().setAll(labelled("Order", orders), labelled("Show", shown), much);
        choose();
    }

    /** The order; {@link HeadDoes#PLACE} for layers down and heads across. */
    ObjectProperty<HeadDoes> order() {
        return order;
    }

    /** Which are shown. */
    ObjectProperty<AtLeast> least() {
        return least;
    }

    /** What can be told of the heads. */
    void offer(HeadTerms of) {
        terms = of;
        orders.setConverter(new Named(false));
        shown.setConverter(new Named(true));
        orders.getItems().setAll(terms.offered());
        shown.getItems().setAll(terms.offered());
        orders.setValue(HeadDoes.PLACE);
        shown.setValue(HeadDoes.PLACE);
        orders.setDisable(terms.offered().size() < 2);
        shown.setDisable(orders.isDisable());
    }

    /** Says how many heads do enough. */
    void count(long enough, int all) {
        count.setText(enough + " of " + all + " heads");
    }

    private void choose() {
        HeadDoes what = shown.getValue() == null ? HeadDoes.PLACE : shown.getValue();
        double rounded = Math.round(slider.getValue() / STEP) * STEP;
        AtLeast now = new AtLeast(what, Math.round(rounded * 100) / 100.0);
        number.setText(now.text());
        much.setVisible(!now.any());
        much.setManaged(!now.any());
        least.set(now);
    }

    private static HBox labelled(String text, Node control) {
        HBox box = new HBox(8, Controls.whole(Controls.quiet(text)), control);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** Names in the words that suit the tokens. */
    private final class Named extends StringConverter<HeadDoes> {
        private final boolean choice;

        Named(boolean choice) {
            this.choice = choice;
        }

        @Override
        public String toString(@Nullable HeadDoes what) {
            if (what == null) {
                return ""; // nothing is chosen while there is nothing to choose from
            }
            return choice ? terms.choice(what) : terms.label(what);
        }

        @Override
        public HeadDoes fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
