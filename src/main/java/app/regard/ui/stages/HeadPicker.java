package app.regard.ui.stages;

import app.regard.trace.HeadId;
import app.regard.ui.kit.Controls;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/** The choice of one of many heads: its layer, its place there, and the ones before and after. */
final class HeadPicker extends HBox {
    private final ComboBox<Integer> layer = new ComboBox<>();
    private final ComboBox<Integer> head = new ComboBox<>();
    private final Button before;
    private final Button after;
    private final Consumer<HeadId> chosen;
    private int heads = 1;
    private boolean showing;

    /**
     * @param layerId the name of the list of layers
     * @param headId that of the list of heads
     * @param stepId what those of the two buttons begin with
     */
    HeadPicker(String layerId, String headId, String stepId, Consumer<HeadId> chosen) {
        super(8);
        this.chosen = chosen;
        layer.setId(layerId);
        head.setId(headId);
        layer.setOnAction(e -> use());
        head.setOnAction(e -> use());
        before = Controls.button(stepId + "-before", "◀", () -> step(-1));
        before.setAccessibleText("The head before");
        after = Controls.button(stepId + "-after", "▶", () -> step(1));
        after.setAccessibleText("The head after");
        getChildren().addAll(Controls.quiet("Layer"), layer, Controls.quiet("head"), head, before, after);
        getChildren().forEach(Controls::whole);
        setAlignment(Pos.CENTER_LEFT);
    }

    /** What a screen reader calls the two lists. */
    void say(String ofLayers, String ofHeads) {
        layer.setAccessibleText(ofLayers);
        head.setAccessibleText(ofHeads);
    }

    /** Offers so many layers with so many heads each. */
    void offer(int layers, int each) {
        showing = true;
        heads = each;
        layer.getItems().setAll(IntStream.range(0, layers).boxed().toList());
        head.getItems().setAll(IntStream.range(0, each).boxed().toList());
        showing = false;
    }

    /** Shows which one it is, of so many layers with so many heads each. */
    void show(int layers, int each, HeadId id) {
        if (layers != layer.getItems().size() || each != head.getItems().size()) {
            offer(layers, each);
        }
        showing = true;
        layer.setValue(id.layer());
        head.setValue(id.head());
        before.setDisable(place() == 0);
        after.setDisable(place() == layers * each - 1);
        showing = false;
    }

    /** Whether a list is open, which Escape closes first. */
    boolean choosing() {
        return layer.isShowing() || head.isShowing();
    }

    private int place() {
        return layer.getValue() * heads + head.getValue();
    }

    private void step(int by) {
        int to = place() + by;
        chosen.accept(new HeadId(to / heads, to % heads));
    }

    private void use() {
        if (!showing && layer.getValue() != null && head.getValue() != null) {
            chosen.accept(new HeadId(layer.getValue(), head.getValue()));
        }
    }
}
