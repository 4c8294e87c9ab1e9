package app.regard.ui;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A card over the window, which keeps the keyboard until it is closed and then gives it back. */
final class Overlay extends StackPane {
    private static final double MARGIN = 20;

    private final Region scrim = new Region();
    private final ChangeListener<Node> keeper = (o, was, is) -> keep(is);
    private Optional<Region> card = Optional.empty();
    private Runnable closed = () -> {};
    private @Nullable Node before;

    Overlay() {
        scrim.getStyleClass().add("scrim");
        scrim.setOnMousePressed(e -> {
            close();
            e.consume();
        });
        setVisible(false);
    }

    /**
     * Opens a card; one that is open is closed first.
     *
     * @param first what gets the keyboard
     * @param whenClosed is run when it is closed, however that comes about
     */
    void open(Region content, Node first, Runnable whenClosed) {
        close();
        Scene scene = getScene();
        before = scene == null ? null : scene.getFocusOwner();
        card = Optional.of(content);
        closed = whenClosed;
        content.getStyleClass().add("overlay-card");
        StackPane.setMargin(content, new Insets(MARGIN));
        getChildren().setAll(scrim, content);
        setVisible(true);
        if (scene != null) {
            scene.focusOwnerProperty().addListener(keeper);
        }
        content.applyCss(); // what lies in a scroll pane is there only then
        first.requestFocus();
    }

    boolean isOpen() {
        return card.isPresent();
    }

    boolean shows(Region content) {
        return card.filter(c -> c == content).isPresent();
    }

    void close() {
        if (card.isEmpty()) {
            return;
        }
        Scene scene = getScene();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(keeper);
        }
        card = Optional.empty();
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
        before = null;
        Runnable then = closed;
        closed = () -> {};
        then.run();
    }

    /** From the last control the Tab key leads to the first one of the card, not to what lies below. */
    private void keep(@Nullable Node owner) {
        card.ifPresent(content -> {
            for (Node at = owner; at != null; at = at.getParent()) {
                if (at == content) {
                    return;
                }
            }
            if (owner != null) {
                first(content).ifPresent(Node::requestFocus);
            }
        });
    }

    private static Optional<Node> first(Region content) {
        return content.lookupAll("*").stream()
                .filter(n -> n.isFocusTraversable() && !n.isDisabled() && n.isVisible())
                .findFirst();
    }
}
