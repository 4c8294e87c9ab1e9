package app.regard.ui.stages;

import app.regard.draw.DecimalFormatter;
import app.regard.source.LoneWeights;
import app.regard.stage.Words;
import app.regard.trace.Weights;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.ViewState;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands over the bars: whose they are, and what they add up to, in brief on the same line. */
final class BarsHeading extends VBox {
    /** A sum this close to 1 would be written as 1 with four decimals. */
    private static final double ROUNDING = 5e-5;

    private final Label title = new Label();
    private final Label text = new Label();
    private final Label inBrief = new Label();

    BarsHeading() {
        getStyleClass().add("bars-heading");
        title.getStyleClass().add("side-title");
        title.setId("bars-title");
        text.getStyleClass().add("quiet");
        text.setId("bars-text");
        inBrief.getStyleClass().add("quiet");
        inBrief.setId("bars-sum");
        HBox first = new HBox(6, title, Controls.spring(), inBrief);
        first.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(first, text);
        setBrief(false);
    }

    void setBrief(boolean brief) {
        Controls.show(text, !brief);
        Controls.show(inBrief, brief);
    }

    /** What it says of whose bars they are. */
    String title() {
        return title.getText();
    }

    /** @param hidden whether what the bars would tell waits for its stage */
    void show(ViewState is, boolean hidden) {
        Weights w = is.weights();
        OptionalInt column = is.focus().column();
        if (column.isPresent()) {
            title.setText("Who looks at " + Words.quoted(w.to().shown(column.getAsInt())));
            text.setText("one column: it need not add up to 1");
        } else {
            String pinned = is.focus().pinned() ? "  (pinned)" : "";
            title.setText(Words.quoted(w.from().shown(is.focus().query())) + " attends to" + pinned);
            text.setText("one row · sum of all weights = " + sum(w, is));
        }
        inBrief.setText(hidden ? "hidden" : column.isPresent() ? "" : "sum " + sum(w, is));
        if (hidden) {
            text.setText("hidden until stage " + LoneWeights.STAGE);
        }
    }

    /** What a row really sums to; 1 where only rounding parts it from that. */
    private static String sum(Weights w, ViewState is) {
        double sum = 0;
        for (int j = 0; j < w.a().cols(); j++) {
            sum += w.a().at(is.focus().query(), j);
        }
        return Math.abs(sum - 1) < ROUNDING ? "1" : DecimalFormatter.text(sum, 4);
    }
}
