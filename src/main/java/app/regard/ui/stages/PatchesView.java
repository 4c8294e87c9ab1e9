package app.regard.ui.stages;

import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.source.ImageFile;
import app.regard.source.LaidImage;
import app.regard.stage.WeightFigures;
import app.regard.stage.Words;
import app.regard.stage.patches.PatchFigure;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * The focused token's row over the patches of an image, which may take the place of the heat map where a file's tokens are
 * patches, and the choice between the two.
 */
final class PatchesView {
    private final Workspace session;
    private final Runnable changed;
    private final ToggleButton matrix;
    private final ToggleButton patches;
    private final HBox choice;
    private final FigureView figure;

    /**
     * Makes it.
     *
     * @param files asks for the image
     * @param changed is told that the other of the two is to be seen
     */
    PatchesView(Workspace session, TaskRunner tasks, FileDialogs files, Runnable changed) {
        this.session = session;
        this.changed = changed;
        ToggleGroup group = new ToggleGroup();
        matrix = segment("Matrix", "map-matrix", group);
        patches = segment("Patches", "map-patches", group);
        matrix.setSelected(true);
        HBox both = new HBox(matrix, patches);
        both.getStyleClass().add("segments");
        Controls.join(both);
        Button open = new Button("Image…");
        Controls.named(open, "open-image", "Open the image whose patches the tokens are");
        open.setOnAction(e -> files.open("Open the image under the patches", ImageFile.ENDINGS)
                .ifPresent(session.files()::openImage));
        choice = new HBox(8, both, Controls.whole(open));
        choice.setAlignment(Pos.CENTER_LEFT);
        figure = new FigureView(
                "patches",
                tasks,
                new ViewStatePainter(
                        session,
                        (is, f) -> is.patched()
                                ? PatchFigure.of(
                                        is.revealed(),
                                        is.focus().query(),
                                        is.image().map(LaidImage::bitmap),
                                        f)
                                : new Figure(f.width(), f.height(), List.of(), List.of()),
                        (is, base) ->
                                PatchFigure.over(base, is.weights(), is.focus().query(), is.pair(), is.view()),
                        false),
                new Pointer(session));
        group.selectedToggleProperty().addListener((o, was, is) -> exchange());
        session.shown().addListener((o, was, is) -> update(was, is));
        Controls.show(choice, session.shown().get().patched());
        Controls.show(figure, false);
    }

    private ToggleButton segment(String text, String id, ToggleGroup group) {
        ToggleButton button = Controls.segment(text, group);
        button.setId(id);
        return button;
    }

    /** The choice, which is there where there is something to choose. */
    HBox choice() {
        return choice;
    }

    FigureView figure() {
        return figure;
    }

    /** Whether patches are to be seen in place of the heat map. */
    boolean chosen() {
        return patches.isSelected() && session.shown().get().patched();
    }

    private void exchange() {
        Controls.show(figure, chosen());
        figure.repaint();
        changed.run();
    }

    private void update(ViewState was, ViewState is) {
        boolean opened = is.image().isPresent() && !was.image().equals(is.image());
        if (was.patched() != is.patched()) {
            Controls.show(choice, is.patched());
            exchange();
        }
        if (opened && !patches.isSelected()) {
            patches.setSelected(true);
        } else if (!chosen()) {
            return;
        } else if (opened
                || !was.content().equals(is.content())
                || !was.view().equals(is.view())
                || was.focus().query() != is.focus().query()) {
            figure.repaint();
        } else {
            figure.repaintMarks();
        }
        figure.setAccessibleText("Patches of an image, and what "
                + Words.quoted(is.weights().from().shown(is.focus().query())) + " attends to. "
                + is.content().said(is.weightWhy(), is.view().decimals()));
    }

    /** Pointing at a patch asks for its weight; a click makes it the token that asks. */
    private static final class Pointer extends WeightPointer {
        Pointer(Workspace session) {
            super(session);
        }

        @Override
        public void pin(Spot spot) {
            if (session.shown().get().weights().self()) {
                session.pin(new Spot(WeightFigures.ASKING, spot.col(), Spot.LABEL));
            }
        }
    }
}
