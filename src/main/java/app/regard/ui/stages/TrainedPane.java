package app.regard.ui.stages;

import app.regard.trace.HeadId;
import app.regard.trace.Source;
import app.regard.transformer.KnownModels;
import app.regard.transformer.ModelShape;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The choice of a head of a trained model: layer and head, the ones before and after, and what to know about it. */
final class TrainedPane extends VBox {
    private static final double WIDE = 380;

    private final Workspace session;
    private final ComboBox<String> model = new ComboBox<>();
    private final ComboBox<Integer> layer = new ComboBox<>();
    private final ComboBox<Integer> head = new ComboBox<>();
    private final Button before = new Button("◀");
    private final Button after = new Button("▶");
    private final Button unload = new Button("Unload the model");
    private final Button all = new Button();
    private final Label about = Controls.quiet("");
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
        name(before, "head-before", "The head before");
        name(after, "head-after", "The head after");
        name(unload, "unload", "Unload the model: frees its memory");
        List<String> models = KnownModels.present().stream()
                .map(known -> known.shape().name())
                .toList();
        model.getItems().setAll(models);
        model.setPromptText("a folder’s");
        name(model, "model", "Trained model");
        model.setOnAction(e -> {
            if (!showing && model.getValue() != null) {
                session.change(x -> x.withTrained(model.getValue(), new HeadId(0, 0)));
            }
        });
        layer.setOnAction(e -> use());
        head.setOnAction(e -> use());
        before.setOnAction(e -> step(-1));
        after.setOnAction(e -> step(1));
        unload.setOnAction(e -> {
            session.unload();
            unload.setDisable(true);
        });
        name(all, "all-of-them", "All heads at once");
        all.setOnAction(e -> heads.run());
        HBox line = new HBox(8, Controls.quiet("Layer"), layer, Controls.quiet("head"), head, before, after);
        Button other = new Button("A model’s folder…");
        name(other, "model-folder", "Open a model’s folder");
        other.setOnAction(e -> folder.run());
        HBox more = new HBox(8, all, other, unload);
        HBox which = new HBox(8, Controls.quiet("Model"), model);
        which.setAlignment(Pos.CENTER_LEFT);
        Controls.show(which, models.size() > 1);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().forEach(Controls::whole);
        about.setId("about-trained");
        about.setWrapText(true);
        about.setMaxWidth(WIDE);
        about.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(which, line, more, about);
        offer();
    }

    /** The layers and heads of the model. */
    private void offer() {
        layer.getItems().setAll(IntStream.range(0, shape.layers()).boxed().toList());
        head.getItems().setAll(IntStream.range(0, shape.heads()).boxed().toList());
        name(layer, "layer", "Layer of the trained model, from 0 to " + (shape.layers() - 1));
        name(head, "layer-head", "Head within its layer, from 0 to " + (shape.heads() - 1));
        all.setText("All " + shape.allHeads() + " heads (H)");
        about.setText(TrainedModel.about(shape));
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
        HeadId of = source.headId().orElseThrow();
        layer.setValue(of.layer());
        head.setValue(of.head());
        int place = place();
        before.setDisable(place == 0);
        after.setDisable(place == shape.allHeads() - 1);
        unload.setDisable(!session.model().ready(source.table()));
        showing = false;
    }

    /** Whether a list is open, which Escape closes first. */
    boolean choosing() {
        return model.isShowing() || layer.isShowing() || head.isShowing();
    }

    private int place() {
        return layer.getValue() * shape.heads() + head.getValue();
    }

    private void step(int by) {
        int to = place() + by;
        choose(new HeadId(to / shape.heads(), to % shape.heads()));
    }

    private void use() {
        if (!showing && layer.getValue() != null && head.getValue() != null) {
            choose(new HeadId(layer.getValue(), head.getValue()));
        }
    }

    private void choose(HeadId of) {
        session.change(x -> x.withHead(of));
    }

    private static void name(Node control, String id, String spoken) {
        control.setId(id);
        control.setAccessibleText(spoken);
    }
}
