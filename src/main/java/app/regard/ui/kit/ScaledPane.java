package app.regard.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Panes one over the other, shown larger than they are laid out: letters, cells and lines grow alike. */
public final class ScaledPane extends Region {
    private final Scale scale = new Scale(1, 1, 0, 0);

    public ScaledPane(Node... panes) {
        setMinSize(0, 0);
        getChildren().addAll(panes);
        for (Node pane : panes) {
            pane.getTransforms().add(scale);
        }
    }

    /** How many times as large as they are laid out the panes are shown. */
    public double scale() {
        return scale.getX();
    }

    public void setScale(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (Node pane : getChildren()) {
            pane.resizeRelocate(0, 0, getWidth() / scale(), getHeight() / scale());
        }
    }
}
