package app.regard.ui.stages;

import app.regard.stage.Stages;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The eight stages at the left, with the shape that each leads to. */
public final class Rail extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");

    private final List<Button> buttons = new ArrayList<>();
    private final List<StackPane> places = new ArrayList<>();
    private final Tooltip empty = new Tooltip();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> shapes = new ArrayList<>();

    public Rail(Workspace session) {
        getStyleClass().add("rail");
        for (int number = 1; number <= Stages.ALL.size(); number++) {
            int stage = number;
            Label circle = new Label(Integer.toString(number));
            circle.getStyleClass().add("rail-number");
            circle.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            Label name = new Label();
            name.getStyleClass().add("rail-name");
            Label shape = new Label();
            shape.getStyleClass().add("rail-shape");
            shapes.add(shape);
            names.add(name);
            HBox content = new HBox(11, circle, new VBox(1, name, shape));
            content.setAlignment(Pos.TOP_LEFT);
            Button button = Controls.button("stage-" + number, "", () -> session.goTo(stage));
            button.setGraphic(content);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("rail-button");
            buttons.add(button);
            StackPane place = new StackPane(button); // a grey button has no tip of its own
            places.add(place);
            getChildren().add(place);
        }
        session.shown().addListener((o, was, is) -> {
            if (was.focus().stage() != is.focus().stage() || !was.content().equals(is.content())) {
                show(is);
            }
        });
        show(session.shown().get());
    }

    /** Returns the stages with something below them, which scroll together where there is no room. */
    public ScrollPane above(Node below) {
        ScrollPane rail = new ScrollPane(new VBox(this, below));
        rail.setFitToWidth(true);
        rail.setFitToHeight(true);
        rail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        rail.getStyleClass().addAll("edge-to-edge", "rail-scroll");
        rail.setFocusTraversable(false);
        return rail;
    }

    private void show(ViewState is) {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).pseudoClassStateChanged(HERE, i + 1 == is.focus().stage());
            buttons.get(i).pseudoClassStateChanged(PASSED, i + 1 < is.focus().stage());
            String title = is.content().title(i + 1);
            names.get(i).setText(title);
            boolean there = is.content().offers(i + 1);
            String why = there ? "" : is.content().absence();
            buttons.get(i).setDisable(!there);
            buttons.get(i).setAccessibleText("Step " + (i + 1) + ", " + title + (there ? "" : ". " + why));
            Tooltip.uninstall(places.get(i), empty);
            if (!there) {
                empty.setText(why);
                Tooltip.install(places.get(i), empty);
            }
            shapes.get(i).setText(is.content().shape(i + 1));
        }
    }
}
