package app.regard.ui.stages;

import app.regard.engine.PaperFormula;
import app.regard.source.GivenContent;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Traits;
import app.regard.ui.kit.Commands;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import atlantafx.base.controls.ToggleSwitch;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * The strip under the sentence: all that decides the numbers besides the words, the spread that comes of it, and whether it is
 * the paper's formula.
 */
public final class FormulaStrip extends HBox {
    /** A control whose option departs from the paper's formula. */
    static final PseudoClass DEPARTS = PseudoClass.getPseudoClass("departs");

    private static final String FORMULA =
            "softmax(QKᵀ / √dₖ) · V, as in the paper; a causal mask, and positions added once, " + "belong to it.";
    private static final int SHORTEST = 6;

    private final Workspace session;
    private final HeadChoice head;
    private final MaskChoice mask;
    private final AmountSlider positions;
    private final AmountSlider temperature;
    private final ToggleSwitch scaling = Controls.whole(new ToggleSwitch());
    private final HBox scaled = new HBox(6, scaling, Controls.whole(new Label("÷√dₖ")));
    private final SpreadLabel spread = new SpreadLabel();
    private final Label conforms = Controls.whole(new Label());
    private final Button restore = Controls.whole(new Button());
    private final Tooltip departs = new Tooltip();
    private @Nullable Room fitted;
    private int level;

    /** What decides how much room the controls need, and how much there is. */
    private record Room(double width, Font letters, Experiment controls, String name, String widest) {}

    /** @param commands the keys and what they do */
    public FormulaStrip(Workspace session, Commands commands, FileDialogs files) {
        this.session = session;
        getStyleClass().add("formula-strip");
        setId("formula-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        head = new HeadChoice(session, () -> commands.of("view-heads").perform(), commands.of("open-attention"), files);
        mask = new MaskChoice(session);
        positions = new AmountSlider(session, Amount.POSITIONS);
        temperature = new AmountSlider(session, Amount.TEMPERATURE);
        Controls.named(scaling, "scaling", "Scores divided by √dₖ");
        scaling.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.SPACE) { // the switch itself hears the mouse only
                scaling.setSelected(!scaling.isSelected());
                e.consume();
            }
        });
        scaling.selectedProperty().addListener((o, was, is) -> session.change(e -> e.withScaling(is)));
        scaled.setAlignment(Pos.CENTER_LEFT);
        Tooltip why =
                new Tooltip("Scores divided by √dₖ, as in the paper: else they grow with dₖ, and one word takes all.");
        Tooltip.install(scaled, why);
        scaling.setTooltip(why); // the switch would else have its name as a tip
        conforms.setId("paper");
        conforms.setTooltip(new Tooltip(FORMULA));
        Controls.named(restore, "paper-restore", "Back to the paper’s formula");
        restore.setTooltip(departs);
        restore.setOnAction(e -> {
            session.change(PaperFormula::restore);
            commands.of("leave-sentence").perform(); // the button goes: not to whatever stands next
        });
        HBox marker = new HBox(conforms, restore);
        marker.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        head,
                        edge(),
                        mask,
                        edge(),
                        positions,
                        edge(),
                        temperature,
                        edge(),
                        scaled,
                        edge(),
                        spread,
                        Controls.spring(),
                        marker);
        widthProperty().addListener((o, was, is) -> fit());
        conforms.fontProperty().addListener((o, was, is) -> fit());
        session.experiment()
                .addListener((o, was, is) -> show(null, session.shown().get()));
        session.shown().addListener((o, was, is) -> show(was, is));
        show(null, session.shown().get());
    }

    private static Separator edge() {
        return Controls.whole(new Separator(Orientation.VERTICAL));
    }

    /** Shows or hides how widely the row is spread, which tells something of it; its room stays. */
    public void showSpread(boolean shown) {
        spread.setVisible(shown);
    }

    /** A good number takes the complaint about a bad one away. */
    static void settle(Workspace session) {
        if (session.notice().get().kind() == Notice.Kind.PROBLEM) {
            session.say(Notice.NONE);
        }
    }

    private void show(@Nullable ViewState was, ViewState is) {
        boolean numbers = was == null
                || !was.content().equals(is.content())
                || !was.view().equals(is.view());
        if (was != null
                && !numbers
                && was.focus().query() == is.focus().query()
                && was.hides(is.focus().query()) == is.hides(is.focus().query())) {
            return;
        }
        if (numbers) {
            Experiment e = session.experiment().get();
            Traits traits = e.source().traits();
            boolean fixed = traits.file() && is.content().trace().isEmpty();
            Set<PaperFormula.Option> departures = fixed ? Set.of() : PaperFormula.departures(e);
            head.show(is, e);
            boolean causal = is.content() instanceof GivenContent given && given.causal();
            mask.show(causal ? e.withMask(Mask.CAUSAL) : e, departures);
            positions.show(e, departures);
            temperature.show(e, departures);
            scaling.setSelected(e.scaled());
            scaled.pseudoClassStateChanged(DEPARTS, departures.contains(PaperFormula.Option.SCALING));
            scaling.setDisable(fixed);
            mask.offer(!fixed && !causal); // weights of a file are what they are
            positions.offer(!traits.file() && traits.positions());
            temperature.offer(!fixed);
            departs.setText("Not the paper’s formula: "
                    + departures.stream().map(PaperFormula.Option::words).collect(Collectors.joining(", "))
                    + ". Back to it, in one step; what belongs to it stays.");
            Controls.show(conforms, is.content().trace().isPresent() && departures.isEmpty());
            Controls.show(restore, !departures.isEmpty());
        }
        spread.show(is);
        fit();
    }

    /** What matters least gives way first, until all has room. */
    private void fit() {
        ViewState is = session.shown().get();
        Experiment e = session.experiment().get();
        Room room = new Room(
                getWidth(),
                conforms.getFont(),
                e.withText("").withKeyText(null),
                is.content().name(),
                SpreadLabel.widest(is));
        if (room.equals(fitted)) {
            return; // styling all of it anew costs more than painting the stage
        }
        fitted = room;
        shorten(0);
        applyCss(); // how wide the letters are is known only with their style
        giveWay();
    }

    /** What can be chosen gets its style, and with it its width, later than the rest. */
    @Override
    protected void layoutChildren() {
        giveWay();
        super.layoutChildren();
    }

    private void giveWay() {
        while (getWidth() > 0 && level < SHORTEST && needed() > getWidth()) {
            shorten(level + 1);
        }
    }

    /** The width for all; while the strip is laid out its own preferred one is of before. */
    private double needed() {
        double all = getInsets().getLeft() + getInsets().getRight() - getSpacing();
        for (Node part : getManagedChildren()) {
            all += part.prefWidth(-1) + getSpacing();
        }
        return all;
    }

    private void shorten(int level) {
        this.level = level;
        positions.shorten(level >= 1, level >= 4, level >= 6);
        temperature.shorten(level >= 1, level >= 4, level >= 6);
        spread.shorten(level >= 2, level >= 5, session.shown().get());
        conforms.setText(level >= 3 ? "✓" : "✓ the paper’s formula");
        restore.setText(level >= 3 ? "↺" : "↺ the paper’s formula");
        head.shorten(level >= 5);
        mask.shorten(level >= 5);
    }
}
