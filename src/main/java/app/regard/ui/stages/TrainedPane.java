package app.regard.ui.stages;

import app.regard.text.Printable;
import app.regard.trace.HeadId;
import app.regard.trace.Source;
import app.regard.transformer.KnownModels;
import app.regard.transformer.ModelShape;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The choice of a head of a trained model: layer and head, the ones before and after, and what to know about it. */
final class TrainedPane extends VBox {
    private static final double WIDE = 380;

    private final Workspace session;
    private final ComboBox<String> model = new ComboBox<>();
    private final HeadPicker line;
    private final Button unload = new Button("Unload the model");
    private final Button all = new Button();
    private final Label about = Controls.quiet("");
    private final Label place = Controls.quiet("");
    private final HBox which;
    private ModelShape shape;
    private boolean showing;

    /**
     * @param heads shows all of them at once
     * @param folder asks for a model's folder
     */
    TrainedPane(Workspace session, Runnable heads, Runnable folder) {
        super(8);
        this.session = session;
        shape = session.model().shape();
        line = new HeadPicker("layer", "layer-head", "head", id -> session.change(x -> x.withHead(id)));
        Controls.named(unload, "unload", "Unload the model: frees its memory");
        List<String> models = KnownModels.present().stream()
                .map(known -> known.shape().name())
                .toList();
        model.getItems().setAll(models);
        model.setButtonCell(new Named());
        Controls.named(model, "model", "Trained model");
        model.setOnAction(e -> {
            if (!showing && model.getValue() != null) {
                session.change(x -> x.withTrained(model.getValue(), new HeadId(0, 0)));
            }
        });
        unload.setOnAction(e -> {
            session.unload();
            unload.setDisable(true);
        });
        Controls.named(all, "all-of-them", "All heads at once");
        all.setOnAction(e -> heads.run());
        Button other = new Button("A model’s folder…");
        Controls.named(other, "model-folder", "Open a model’s folder");
        other.setOnAction(e -> folder.run());
        HBox more = new HBox(8, all, other, unload);
        which = new HBox(8, Controls.quiet("Model"), model);
        which.setAlignment(Pos.CENTER_LEFT);
        about.setId("about-trained");
        about.setWrapText(true);
        about.setMaxWidth(WIDE);
        about.setMinHeight(Region.USE_PREF_SIZE);
        place.setId("model-place");
        place.setMaxWidth(WIDE);
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        getChildren().addAll(which, line, more, about, place);
        offer();
    }

    /** The layers and heads of the model. */
    private void offer() {
        line.offer(shape.layers(), shape.heads());
        line.say(
                "Layer of the trained model, from 0 to " + (shape.layers() - 1),
                "Head within its layer, from 0 to " + (shape.heads() - 1));
        all.setText("All " + shape.allHeads() + " heads (H)");
        about.setText(TrainedModel.about(shape));
        model.setPromptText(shape.name());
        boolean folder = KnownModels.model(shape.id()).isEmpty();
        String path = Printable.message(shape.id());
        place.setText(folder ? "Folder: " + path : "");
        place.setTooltip(folder ? new Tooltip(path) : null); // folders may share their name
        Controls.show(place, folder);
        // back from a folder to the one model that came with the program, too
        Controls.show(which, model.getItems().size() > (folder ? 0 : 1));
    }

    /** The controls follow the head that was asked for, if it is one of a model; before a folder is read, there are none. */
    void show(Source source) {
        if (!source.traits().trained()) {
            return;
        }
        showing = true;
        Optional<ModelShape> known = session.model().known(source.table());
        setDisable(known.isEmpty());
        if (known.isPresent() && !known.get().equals(shape)) {
            shape = known.get();
            offer();
        }
        model.setValue(model.getItems().contains(source.table()) ? source.table() : null);
        line.show(shape.layers(), shape.heads(), source.headId().orElseThrow());
        unload.setDisable(!session.model().ready(source.table()));
        showing = false;
    }

    /** The model that is shown, which need not be one of the list. */
    private final class Named extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            setText(shape.name());
        }
    }

    /** Whether a list is open, which Escape closes first. */
    boolean choosing() {
        return model.isShowing() || line.choosing();
    }
}
