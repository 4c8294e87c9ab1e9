package app.regard.ui.stages;

import app.regard.source.WeightsContent;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Reading;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.Workspace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
    private final TextField places = new TextField();
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
            Controls.named(
                    button,
                    "read-" + way.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    spoken(way));
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
        Controls.named(rescale, "read-rescale", "Rescale the rest of each row to sum to 1");
        rescale.setOnAction(e -> special());
        places.setId("read-places");
        places.setPromptText("places, as 1,4");
        places.setAccessibleText("Also hide the tokens in these places, counted from 1, with commas between");
        places.setPrefColumnCount(9);
        places.setOnAction(e -> special());
        places.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                special();
            }
        });
        HBox hiding = new HBox(12, hide, places, rescale);
        hiding.setAlignment(Pos.CENTER_LEFT);
        about.getStyleClass().add("quiet");
        about.setId("read-about");
        about.setText("Averages and rollout are derived: no head has these weights.");
        getChildren().addAll(title, heads, merge, hiding, about);
        session.experiment().addListener((o, was, is) -> show());
        session.shown().addListener((o, was, is) -> {
            if (!was.content().equals(is.content())) {
                show();
            }
        });
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
        List<Integer> hidden = hidden();
        boolean all = rescale.isSelected() && !hidden.isEmpty();
        Reading now = session.experiment().get().reading();
        Reading read = now.with(wanted).with(new Reading.Places(hidden, all));
        if (!read.equals(now)) {
            session.read(read);
        }
    }

    /** The places that are written, from 0; what counts nothing is passed over. */
    private List<Integer> hidden() {
        return Stream.of(places.getText().split(",", -1))
                .map(String::strip)
                .filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(text -> Integer.parseInt(text) - 1)
                .toList();
    }

    private void show() {
        Experiment now = session.experiment().get();
        boolean pieces = now.source().traits().pieces();
        Content content = session.shown().get().content();
        boolean joins = pieces || WeightsContent.marked(content);
        Reading is = now.reading();
        combine.forEach((way, button) -> button.setSelected(way == is.combine()));
        merge.setVisible(joins);
        merge.setManaged(joins);
        merge.setSelected(is.merge());
        boolean bert = pieces && content.read().words().get(0).equals("[CLS]");
        hide.setText(bert ? "Hide [CLS] and [SEP]" : "Hide [CLS], <s>, <|…|> and the like");
        hide.setSelected(is.special() != Reading.Special.SHOWN);
        places.setText(is.places().hidden().stream()
                .map(place -> String.valueOf(place + 1))
                .collect(Collectors.joining(",")));
        rescale.setDisable(!is.hides());
        rescale.setSelected(is.rescales());
    }

    /** Where there is one head only there is nothing to combine. */
    void several(boolean heads) {
        this.heads.setVisible(heads);
        this.heads.setManaged(heads);
        about.setVisible(heads);
        about.setManaged(heads);
    }
}
