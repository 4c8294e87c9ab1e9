package app.regard.ui.stages;

import app.regard.trace.Experiment;
import app.regard.trace.Reading;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.Workspace;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The choice of what is to be made of the heads' weights before they are shown: one head's, several heads', words,
 * without [CLS] and [SEP].
 */
final class ReadingPane extends VBox {
    private final Workspace session;
    private final Map<Reading.Combine, ToggleButton> combine = new EnumMap<>(Reading.Combine.class);
    private final CheckBox merge = new CheckBox("Merge word pieces to words");
    private final CheckBox hide = new CheckBox();
    private final CheckBox rescale = new CheckBox("rescale the rest");
    private final HBox heads = new HBox();
    private final Label about = new Label();

    ReadingPane(Workspace session) {
        super(8);
        this.session = session;
        setId("reading");
        Label title = new Label("Weights shown");
        title.getStyleClass().add("quiet");
        heads.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (Reading.Combine way : Reading.Combine.values()) {
            ToggleButton button = Controls.segment(name(way), group);
            button.setId("read-" + way.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.setAccessibleText(spoken(way));
            button.setOnAction(
                    e -> session.read(session.experiment().get().reading().with(way)));
            combine.put(way, button);
            heads.getChildren().add(button);
        }
        Controls.join(heads);
        merge.setId("read-merge");
        merge.setOnAction(e -> session.read(session.experiment().get().reading().withMerge(merge.isSelected())));
        hide.setId("read-hide");
        hide.setOnAction(e -> special());
        rescale.setId("read-rescale");
        rescale.setAccessibleText("Rescale the rest of each row to sum to 1");
        rescale.setOnAction(e -> special());
        HBox hiding = new HBox(12, hide, rescale);
        hiding.setAlignment(Pos.CENTER_LEFT);
        about.getStyleClass().add("quiet");
        about.setId("read-about");
        about.setText("Averages and rollout are derived: no head has these weights.");
        getChildren().addAll(title, heads, merge, hiding, about);
        session.experiment().addListener((o, was, is) -> show());
        show();
    }

    private static String name(Reading.Combine way) {
        return switch (way) {
            case ONE_HEAD -> "This head";
            case HEADS -> "Average of layer";
            case LAYERS -> "over layers";
            case ALL -> "of all";
            case ROLLOUT -> "Rollout";
        };
    }

    private static String spoken(Reading.Combine way) {
        return switch (way) {
            case ONE_HEAD -> "This head, as it is";
            case HEADS -> "The average of the heads of this layer";
            case LAYERS -> "The average of this head’s number over all layers";
            case ALL -> "The average of all heads";
            case ROLLOUT -> "Attention rollout over all layers";
        };
    }

    private void special() {
        Reading.Special wanted = !hide.isSelected()
                ? Reading.Special.SHOWN
                : rescale.isSelected() ? Reading.Special.RESCALED : Reading.Special.HIDDEN;
        session.read(session.experiment().get().reading().with(wanted));
    }

    private void show() {
        Experiment now = session.experiment().get();
        boolean pieces = now.source().traits().pieces();
        Reading is = now.reading();
        combine.forEach((way, button) -> button.setSelected(way == is.combine()));
        merge.setVisible(pieces);
        merge.setManaged(pieces);
        merge.setSelected(is.merge());
        hide.setText(pieces ? "Hide [CLS] and [SEP]" : "Hide [CLS], [SEP], <s> and the like");
        hide.setSelected(is.special() != Reading.Special.SHOWN);
        rescale.setDisable(is.special() == Reading.Special.SHOWN);
        rescale.setSelected(is.special() == Reading.Special.RESCALED);
    }

    /** Where there is one head only there is nothing to combine. */
    void several(boolean heads) {
        this.heads.setVisible(heads);
        this.heads.setManaged(heads);
        about.setVisible(heads);
        about.setManaged(heads);
    }
}
