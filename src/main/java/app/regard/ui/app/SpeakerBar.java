package app.regard.ui.app;

import app.regard.text.Printable;
import app.regard.ui.kit.Controls;
import app.regard.ui.lesson.LessonModel;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What a speaker needs at the foot of the wall: the cards, the notes, the size of text, the end. It comes with the mouse. */
final class SpeakerBar extends VBox {
    private static final double TYPE = 21;

    private final Label place = Controls.whole(new Label());
    private final Label next = new Label();
    private final Label notes = new Label();
    private final Button back = button("wall-back", "◀", "The card before (Ctrl+Page Up)");
    private final Button on = button("wall-next", "▶", "The next card (Ctrl+Page Down)");
    private final Button asked = button("wall-notes", "Notes  N", "Notes to this card");
    private final HBox bar = new HBox(14);
    private final PauseTransition rest = new PauseTransition(Duration.seconds(2));
    private boolean offered;

    SpeakerBar(LessonModel lesson, Presentation presentation) {
        setId("speaker-bar");
        setPickOnBounds(false);
        setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        place.setId("wall-place");
        back.setOnAction(e -> lesson.back());
        on.setOnAction(e -> lesson.next());
        asked.setOnAction(e -> toggleNotes());
        Button smaller = button("wall-smaller", "Text  −", "Smaller text");
        smaller.setOnAction(e -> presentation.resize(false));
        Button larger = button("wall-larger", "+", "Larger text");
        larger.setOnAction(e -> presentation.resize(true));
        Button end = button("wall-end", "End  F11", "End presenting");
        end.setOnAction(e -> presentation.toggle());
        next.getStyleClass().add("quiet");
        next.setMinWidth(0);
        bar.getStyleClass().add("speaker-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().setAll(back, place, on, next, Controls.spring(), asked, smaller, larger, end);
        notes.setId("wall-notes-text");
        notes.getStyleClass().add("speaker-notes");
        notes.setWrapText(true);
        notes.setMaxWidth(Double.MAX_VALUE);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(notes, bar);
        Controls.show(notes, false);
        Controls.show(bar, false);
        rest.setOnFinished(e -> Controls.show(bar, bar.isHover()));
        lesson.open().addListener((o, was, is) -> show(is));
        show(Optional.empty());
    }

    private static Button button(String id, String text, String spoken) {
        Button button = Controls.whole(new Button(text));
        Controls.named(button, id, spoken);
        button.setFocusTraversable(false); // its keys are heard everywhere
        return button;
    }

    /** Shows itself with the mouse, or never. */
    void offer(boolean presenting) {
        offered = presenting;
        Controls.show(bar, false);
        Controls.show(notes, false);
    }

    /** The mouse was moved. */
    void moved(MouseEvent e) {
        if (offered) {
            Controls.show(bar, true);
            rest.playFromStart();
        }
    }

    /** Shows the notes to the card, or hides them. */
    void toggleNotes() {
        Controls.show(notes, offered && !notes.isVisible() && !notes.getText().isBlank());
    }

    /** Hides the notes; whether they were shown. */
    boolean closeNotes() {
        boolean shown = notes.isVisible();
        Controls.show(notes, false);
        return shown;
    }

    /** @param screen how large the screen is, 1 with 1080 lines */
    void fit(double screen) {
        setStyle("-fx-font-size: " + Math.round(TYPE * screen) + "px;");
    }

    private void show(Optional<LessonModel.Open> lesson) {
        notes.setText(lesson.map(o -> o.shown().notes())
                .orElse("")
                .lines()
                .map(Printable::label)
                .collect(Collectors.joining("\n")));
        if (notes.getText().isBlank()) {
            Controls.show(notes, false);
        }
        asked.setDisable(notes.getText().isBlank());
        for (Region part : new Region[] {back, place, on, next, asked}) {
            Controls.show(part, lesson.isPresent());
        }
        lesson.ifPresent(o -> {
            place.setText((o.card() + 1) + " / " + o.cards());
            back.setDisable(o.card() == 0);
            on.setDisable(o.card() + 1 == o.cards());
            String title = o.card() + 1 == o.cards()
                    ? ""
                    : o.lesson().cards().get(o.card() + 1).title();
            next.setText(title.isBlank() ? "" : "next: " + Printable.label(title));
        });
    }
}
