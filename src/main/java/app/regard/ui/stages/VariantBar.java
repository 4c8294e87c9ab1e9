package app.regard.ui.stages;

import app.regard.draw.Frame;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The ways in which a stage can be shown, a button each, and why the one asked for is not shown where it does not fit. */
final class VariantBar extends HBox {
    private static final double TWO_LINES = 36;

    private final Workspace session;
    private final HBox variants = new HBox();
    private final Label reason = new Label();
    private final ToggleGroup group = new ToggleGroup();

    VariantBar(Workspace session) {
        super(12);
        this.session = session;
        variants.getStyleClass().add("segments");
        variants.setMinWidth(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("quiet");
        reason.setId("reason");
        reason.setWrapText(true);
        reason.setMaxHeight(TWO_LINES);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(variants, reason);
    }

    /** Offers the ways of the stage that is shown, if there are several. */
    void offer(ViewState is) {
        List<String> names = is.content().variants(is.focus().stage());
        Controls.show(this, names.size() > 1);
        if (names.size() < 2) {
            return;
        }
        if (variants.getChildren().size() != names.size()) {
            variants.getChildren().clear();
            for (int v = 0; v < names.size(); v++) {
                int variant = v;
                ToggleButton button = Controls.segment(names.get(v), group);
                button.setAccessibleText("Show " + names.get(v));
                button.setOnAction(e -> session.showVariant(variant));
                variants.getChildren().add(button);
            }
            Controls.join(variants);
        }
        choose(is, is.variant());
    }

    /** Says what a figure of this size shows: where the way asked for does not fit, that is another one. */
    void tell(ViewState is, double width, double height) {
        Frame frame = new Frame(width, height, is.view(), is.variant(), is.scroll());
        choose(is, is.content().effective(is.focus().stage(), is.focus().query(), frame));
    }

    private void choose(ViewState is, int shown) {
        for (int v = 0; v < variants.getChildren().size(); v++) {
            ToggleButton button = (ToggleButton) variants.getChildren().get(v);
            button.setSelected(v == shown);
            button.setDisable(v == 0 && is.variant() == 0 && shown != 0);
        }
        reason.setText(
                shown == is.variant() ? "" : is.content().reason(is.focus().stage()));
    }
}
