package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.text.Printable;
import app.regard.ui.kit.Controls;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of a lesson's cards: shown, put in order, duplicated, removed, and each of it taken back. */
final class CardsPane extends VBox {
    private static final double WIDE = 620;
    private static final double HIGH = 460;

    private final LessonModel model;
    private final ListView<Lesson.Card> list = new ListView<>();
    private final Button up = button("cards-up", "Move up", "Alt+↑");
    private final Button down = button("cards-down", "Move down", "Alt+↓");
    private final Button twice = button("cards-duplicate", "Duplicate", "Ctrl+D");
    private final Button remove = button("cards-remove", "Remove", "Delete");
    private final Button undo = button("cards-undo", "Undo", "Ctrl+Z");
    private boolean showing;

    /** @param close closes it */
    CardsPane(LessonModel model, Runnable close) {
        this.model = model;
        setId("cards");
        setMaxSize(WIDE, HIGH);
        Label title = new Label("Cards of the lesson");
        title.getStyleClass().add("side-title");
        Controls.named(list, "cards-list", "Cards of the lesson");
        list.setCellFactory(all -> new CardCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> {
            if (!showing && is.intValue() >= 0) {
                model.go(is.intValue());
            }
        });
        up.setOnAction(e -> model.move(-1));
        down.setOnAction(e -> model.move(1));
        twice.setOnAction(e -> model.duplicate());
        remove.setOnAction(e -> model.remove());
        undo.setOnAction(e -> model.undo());
        Button end = button("cards-close", "Close", "Esc");
        end.setOnAction(e -> close.run());
        getChildren().setAll(title, list, new HBox(8, up, down, twice, remove, undo, Controls.spring(), end));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.open().addListener((o, was, is) -> show(is));
        show(model.open().get());
    }

    private static Button button(String id, String text, String key) {
        Button button = Controls.whole(new Button(text + " (" + key + ")"));
        Controls.named(button, id, text);
        return button;
    }

    Node first() {
        return list;
    }

    private void key(KeyEvent e) {
        Runnable action =
                switch (e.getCode()) {
                    case UP -> e.isAltDown() ? () -> model.move(-1) : null;
                    case DOWN -> e.isAltDown() ? () -> model.move(1) : null;
                    case D -> e.isShortcutDown() ? model::duplicate : null;
                    case Z -> e.isShortcutDown() ? model::undo : null;
                    case DELETE -> model::remove;
                    default -> null;
                };
        if (action != null) {
            action.run();
            e.consume();
        }
    }

    private void show(Optional<LessonModel.Open> open) {
        open.ifPresent(o -> {
            showing = true;
            if (!list.getItems().equals(o.lesson().cards())) {
                list.getItems().setAll(o.lesson().cards());
            }
            list.getSelectionModel().clearAndSelect(o.card());
            list.getFocusModel().focus(o.card());
            showing = false;
            up.setDisable(o.card() == 0);
            down.setDisable(o.card() + 1 == o.cards());
            remove.setDisable(o.cards() == 1);
            undo.setDisable(!model.canUndo());
        });
    }

    /** A card by its number, its title, and what it shows. */
    private static final class CardCell extends ListCell<Lesson.Card> {
        @Override
        protected void updateItem(Lesson.@Nullable Card card, boolean empty) {
            super.updateItem(card, empty);
            if (empty || card == null) {
                setText("");
                return;
            }
            setText((getIndex() + 1) + "   " + (card.title().isBlank() ? "" : Printable.label(card.title()) + "   ·   ")
                    + Printable.label(card.shows()));
        }
    }
}
