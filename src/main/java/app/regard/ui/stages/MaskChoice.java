package app.regard.ui.stages;

import app.regard.engine.PaperFormula;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.NumberFields;
import app.regard.ui.session.Workspace;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The choice of the mask, with the width of a local window. */
final class MaskChoice extends HBox {
    private static final String NONE = "none";
    private static final String CAUSAL = "causal";
    private static final String LOCAL = "window";

    private static final String OWN =
            "The causal mask is the model’s own, or the file’s: it stays, with none chosen here.";

    private final Workspace session;
    private final Label name = Controls.whole(new Label("Mask"));
    private final ComboBox<String> kind = new ComboBox<>();
    private final Label reach = Controls.whole(new Label("±"));
    private final TextField radius = new TextField("2");
    private boolean showing;

    MaskChoice(Workspace session) {
        super(8);
        this.session = session;
        setAlignment(Pos.CENTER_LEFT);
        kind.getItems().addAll(NONE, CAUSAL, LOCAL);
        Controls.named(kind, "mask", "Mask");
        kind.setOnAction(e -> {
            if (!showing) {
                use();
            }
        });
        Controls.named(radius, "radius", "How many words the local window reaches to either side");
        radius.setPrefWidth(40);
        radius.setMinWidth(USE_PREF_SIZE);
        new NumberFields().onDone(radius, this::use);
        getChildren().addAll(name, Controls.whole(kind), reach, radius);
        Tooltip tip =
                new Tooltip("Which words a word may look at: all, those up to itself, or its neighbours only; of a "
                        + "file that has weights, what these show.");
        Tooltip.install(this, tip);
    }

    /** The mask asked for or, where none is, that of the model or of the file's weights. */
    void show(Experiment e, Set<PaperFormula.Option> departures) {
        showing = true;
        boolean local = e.mask().near();
        boolean given = session.shown()
                .get()
                .content()
                .trace()
                .filter(t -> t.in().mask().causal())
                .isPresent();
        kind.setValue(
                switch (e.mask().kind()) {
                    case NONE -> given && !e.source().traits().table() ? CAUSAL : NONE;
                    case CAUSAL -> CAUSAL;
                    case LOCAL, LOCAL_CAUSAL -> LOCAL;
                });
        if (local) {
            radius.setText(Integer.toString(e.mask().radius()));
        }
        Controls.show(reach, local);
        Controls.show(radius, local);
        pseudoClassStateChanged(FormulaStrip.DEPARTS, departures.contains(PaperFormula.Option.MASK));
        showing = false;
    }

    /** Grey where the source does not go with it. */
    void offer(boolean offered) {
        kind.setDisable(!offered);
        radius.setDisable(!offered);
    }

    void shorten(boolean nameless) {
        Controls.show(name, !nameless);
    }

    private void change(Mask mask) {
        session.change(x -> x.withMask(mask));
        Experiment now = session.experiment().get();
        show(now, PaperFormula.departures(now)); // which is as before where that was refused
        if (!now.mask().on() && CAUSAL.equals(kind.getValue())) {
            session.say(new Notice(Notice.Kind.HINT, OWN));
        }
    }

    private void use() {
        if (!LOCAL.equals(kind.getValue())) {
            change(CAUSAL.equals(kind.getValue()) ? Mask.CAUSAL : Mask.NONE);
            return;
        }
        NumberFields.whole(radius.getText())
                .filter(r -> r >= 0 && r <= 512)
                .ifPresentOrElse(
                        r -> {
                            FormulaStrip.settle(session);
                            change(Mask.local(r.intValue()));
                        },
                        () -> session.say(new Notice(
                                Notice.Kind.PROBLEM, "The window is a whole number of words from 0 to 512.")));
    }
}
