package app.regard.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A card over the window, which keeps the keyboard until it is closed and then gives it back; cards may lie on it. */
public final class Overlay extends StackPane {
    private static final double MARGIN = 20;

    /**
     * One of the cards.
     *
     * @param closed is run when it is closed
     * @param before who had the keyboard before it was opened
     */
    private record Card(
            Region content, Runnable closed, @Nullable Node before) {}

    private final Region scrim = new Region();
    private final ChangeListener<Node> keeper = (o, was, is) -> keep(is);
    private final Deque<Card> cards = new ArrayDeque<>();

    public Overlay() {
        scrim.getStyleClass().add("scrim");
        scrim.setOnMousePressed(e -> {
            back();
            e.consume();
        });
        setVisible(false);
    }

    /**
     * Opens a card; those that are open are closed first.
     *
     * @param first what gets the keyboard
     * @param whenClosed is run when it is closed, however that comes about
     */
    public void open(Region content, Node first, Runnable whenClosed) {
        close();
        over(content, first, whenClosed);
    }

    /** Opens a card over the one that is open, which comes back when this one is closed. */
    public void over(Region content, Node first, Runnable whenClosed) {
        Scene scene = getScene();
        cards.push(new Card(content, whenClosed, scene == null ? null : scene.getFocusOwner()));
        if (!content.getStyleClass().contains("overlay-card")) {
            content.getStyleClass().add("overlay-card");
        }
        StackPane.setMargin(content, new Insets(MARGIN));
        show(content);
        content.applyCss(); // what lies in a scroll pane is there only then
        first.requestFocus();
    }

    public boolean isOpen() {
        return !cards.isEmpty();
    }

    boolean shows(Region content) {
        return isOpen() && cards.element().content() == content;
    }

    /** Closes the card that lies on top; the one below comes back. */
    public void back() {
        if (cards.isEmpty()) {
            return;
        }
        Card card = cards.pop();
        if (cards.isEmpty()) {
            keeping(false);
            setVisible(false);
            getChildren().clear();
        } else {
            show(cards.element().content());
        }
        if (card.before() != null) {
            card.before().requestFocus();
        }
        card.closed().run();
    }

    /** Closes all cards. */
    public void close() {
        while (!cards.isEmpty()) {
            back();
        }
    }

    private void show(Region content) {
        keeping(false);
        getChildren().setAll(scrim, content);
        setVisible(true);
        keeping(true);
    }

    private void keeping(boolean on) {
        Scene scene = getScene();
        if (scene != null && on) {
            scene.focusOwnerProperty().addListener(keeper);
        } else if (scene != null) {
            scene.focusOwnerProperty().removeListener(keeper);
        }
    }

    /** From the last control the Tab key leads to the first one of the card, not to what lies below. */
    private void keep(@Nullable Node owner) {
        Optional.ofNullable(cards.peek()).ifPresent(card -> {
            for (Node at = owner; at != null; at = at.getParent()) {
                if (at == card.content()) {
                    return;
                }
            }
            if (owner != null) {
                first(card.content()).ifPresent(Node::requestFocus);
            }
        });
    }

    private static Optional<Node> first(Region content) {
        return content.lookupAll("*").stream()
                .filter(n -> n.isFocusTraversable() && !n.isDisabled() && n.isVisible())
                .findFirst();
    }
}
