package app.regard.ui.kit;

import app.regard.draw.Figure;
import app.regard.draw.Formula;
import app.regard.draw.Typesetter;
import app.regard.draw.View;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** A typeset formula on screen, as high as it needs to be in its width. */
public final class FormulaView extends Region {
    private final ImageView image = new ImageView();
    private Formula formula = Formula.of("");
    private View view = View.USUAL;
    private double painted = -1;

    public FormulaView() {
        getChildren().add(image);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** Shows another formula, or the same in another look. */
    public void show(Formula other, View look) {
        if (!other.equals(formula) || !look.equals(view)) {
            formula = other;
            view = look;
            painted = -1;
            setAccessibleText(other.plain());
            requestLayout();
        }
    }

    /** The formula that is shown. */
    public Formula formula() {
        return formula;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width <= 0 ? 0 : Math.ceil(figure(width).height());
    }

    private Figure figure(double width) {
        return Typesetter.figure(formula, width, view);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (width < 1 || width == painted) {
            return;
        }
        painted = width;
        Figure figure = figure(width);
        double scale = getScene() != null && getScene().getWindow() != null
                ? getScene().getWindow().getOutputScaleX()
                : 1;
        PixelImage pixels = new PixelImage(width, Math.max(1, figure.height()), scale);
        pixels.paint(figure);
        image.setImage(pixels.show());
        image.setFitWidth(Math.ceil(width * scale) / scale);
        image.setPreserveRatio(true);
    }
}
