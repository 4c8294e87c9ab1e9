package app.regard.ui.kit;

import app.regard.text.Printable;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Small parts that several panes are made of. */
public final class Controls {
    private Controls() {}

    /** A text that says nothing. */
    public static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    /** Empty room that grows. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Gives a control its name in style sheets and tests, and what a screen reader calls it. */
    public static void named(Node control, String id, String spoken) {
        control.setId(id);
        control.setAccessibleText(spoken);
    }

    public static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** A text beside what matters. */
    public static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }

    /** Keys and what they do, in turn; several keys that do the same have nothing between them. */
    public static HBox keys(String... pairs) {
        HBox box = new HBox(6);
        for (int i = 0; i < pairs.length; i += 2) {
            Label key = new Label(pairs[i]);
            key.getStyleClass().add("key");
            box.getChildren().add(whole(key));
            if (!pairs[i + 1].isEmpty()) {
                box.getChildren().add(whole(quiet(pairs[i + 1])));
            }
        }
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** Gives a part the width it needs, however narrow the room. */
    public static <N extends Node> N whole(N part) {
        if (part instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
        return part;
    }

    /** Shows a part, or leaves it out as if it were not there. */
    public static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /** A small sign; the style sheet has its shape. */
    public static Region icon(String name) {
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", name);
        return icon;
    }

    /** Sets segments side by side as one: rounded at both ends. */
    public static void join(HBox segments) {
        for (int i = 0; i < segments.getChildren().size(); i++) {
            Node segment = segments.getChildren().get(i);
            segment.pseudoClassStateChanged(FIRST, i == 0);
            segment.pseudoClassStateChanged(LAST, i == segments.getChildren().size() - 1);
        }
    }

    /** Arrow keys choose the next of several that can be chosen. JavaFX lets them choose too, but then nothing is done. */
    public static void arrowsAct(ToggleButton button) {
        button.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            int step =
                    switch (e.getCode()) {
                        case RIGHT, DOWN -> 1;
                        case LEFT, UP -> -1;
                        default -> 0;
                    };
            if (step == 0) {
                return;
            }
            e.consume();
            List<Node> all = button.getParent().getChildrenUnmodifiable();
            for (int i = all.indexOf(button) + step; i >= 0 && i < all.size(); i += step) {
                if (all.get(i) instanceof ToggleButton next && !next.isDisabled()) {
                    next.requestFocus();
                    next.fire();
                    return;
                }
            }
        });
    }

    /** Shows names out of a file as labels; what is chosen stays the name. */
    public static StringConverter<String> labels() {
        return labels(UnaryOperator.identity());
    }

    /** Shows what is chosen by a name that it has for readers, likewise. */
    public static StringConverter<String> labels(UnaryOperator<String> named) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable String name) {
                return name == null ? "" : Printable.label(named.apply(name));
            }

            @Override
            public String fromString(String label) {
                throw new UnsupportedOperationException("names are chosen, not typed");
            }
        };
    }

    /** Tab leaves a text of several lines as it does any field, where JavaFX would write it; Ctrl+Tab leaves by itself. */
    public static void tabLeaves(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isControlDown() && !e.isAltDown() && !e.isMetaDown()) {
                e.consume();
                area.fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, e.isShiftDown(), true, false, false));
            }
        });
    }

    /** One of several that stand side by side, of which one is chosen; choosing it again changes nothing. */
    public static ToggleButton segment(String text, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text) {
            @Override
            public void fire() {
                if (!isSelected()) {
                    super.fire();
                }
            }
        };
        button.setToggleGroup(group);
        arrowsAct(button);
        button.getStyleClass().add("segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
