package app.regard.ui.stages;

import app.regard.draw.DecimalFormatter;
import app.regard.engine.PaperFormula;
import app.regard.trace.Experiment;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.NumberFields;
import app.regard.ui.session.Workspace;
import atlantafx.base.controls.ProgressSliderSkin;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** A number of the formula as a slider, which repaints as it is dragged, and as a field, which takes any number there is. */
final class AmountSlider extends HBox {
    private static final double TRACK = 84;
    private static final double SHORT_TRACK = 52;

    private final Amount amount;
    private final Label name = new Label();
    private final Slider slider;
    private final TextField field = new TextField();
    private boolean showing;

    AmountSlider(Workspace session, Amount amount) {
        super(8);
        this.amount = amount;
        slider = new Slider(amount.low(), amount.high(), amount.low());
        setAlignment(Pos.CENTER_LEFT);
        slider.setSkin(new ProgressSliderSkin(slider));
        Controls.named(slider, amount.id() + "-slider", amount.title() + " " + amount.letter());
        slider.setBlockIncrement(amount.step());
        Controls.named(field, amount.id(), amount.title() + " " + amount.letter() + ", a number");
        field.setPrefWidth(46);
        field.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Controls.whole(name), slider, field);
        Tooltip tip = new Tooltip(amount.tip() + "\nDrag, or ← →; double click: the paper’s value.");
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        Tooltip.install(this, tip);
        slider.valueProperty().addListener((o, was, is) -> {
            if (!showing) {
                session.experimentModel().adjust(e -> amount.write(e, amount.value(is.doubleValue())));
            }
        });
        Runnable letGo = () -> session.experimentModel().history().letGo();
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> letGo.run());
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> letGo.run());
        slider.addEventFilter(KeyEvent.KEY_RELEASED, e -> letGo.run());
        slider.addEventFilter(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2
                    && e.getTarget() instanceof Node on
                    && on.getStyleClass().contains("thumb")) {
                session.change(x -> PaperFormula.restore(x, amount.option()));
            }
        });
        new NumberFields().onDone(field, () -> NumberFields.number(field.getText())
                .filter(amount::allows)
                .ifPresentOrElse(
                        v -> {
                            FormulaStrip.settle(session);
                            session.change(x -> amount.write(x, v));
                        },
                        () -> session.say(new Notice(Notice.Kind.PROBLEM, amount.refusal()))));
    }

    /** The controls follow the experiment. */
    void show(Experiment e, Set<PaperFormula.Option> departures) {
        showing = true;
        double value = amount.read(e);
        double place = Math.max(amount.low(), Math.min(amount.high(), amount.place(value)));
        if (amount.value(slider.getValue()) != value) { // a thumb that is held stays where it is held
            slider.setValue(place);
        }
        field.setText(DecimalFormatter.chosen(value).replace('−', '-'));
        pseudoClassStateChanged(FormulaStrip.DEPARTS, departures.contains(amount.option()));
        showing = false;
    }

    /** Grey where the source does not go with it. */
    void offer(boolean offered) {
        slider.setDisable(!offered);
        field.setDisable(!offered);
    }

    /** Needs less room: without the name, then with a shorter slider, then without it. */
    void shorten(boolean letter, boolean small, boolean noSlider) {
        name.setText(letter ? amount.letter() : amount.title() + " " + amount.letter());
        slider.setPrefWidth(small ? SHORT_TRACK : TRACK);
        slider.setMinWidth(USE_PREF_SIZE);
        slider.setVisible(!noSlider);
        slider.setManaged(!noSlider);
    }
}
