package app.regard.ui.lab;

import app.regard.text.Printable;
import app.regard.transformer.Pieces;
import app.regard.ui.kit.TextLimit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** A field for a sentence, and the choice of one of its words. */
final class WordOfSentence {
    /** One of the words; where it occurs twice its place tells it apart. */
    private record Choice(String text, int place, boolean often) {
        @Override
        public String toString() {
            return often ? text + "  (" + (place + 1) + ")" : text;
        }
    }

    private final TextField field = new TextField();
    private final ComboBox<Choice> choice = new ComboBox<>();
    private LayersAsked.Wish wish = LayersAsked.ANY;
    private boolean filling;

    /**
     * Both empty.
     *
     * @param id of the field; the choice's is the same with “-word” behind it
     * @param changed is run when another sentence or word is wanted
     * @param told is told what of a sentence was left out
     */
    WordOfSentence(String id, String spoken, Runnable changed, Consumer<String> told) {
        field.setTextFormatter(TextLimit.sentence(told));
        field.setId(id);
        field.setAccessibleText(spoken);
        choice.setId(id + "-word");
        choice.setAccessibleText("Word of the " + spoken.toLowerCase(java.util.Locale.ROOT));
        choice.setPrefWidth(150);
        choice.setMinWidth(110);
        field.textProperty().addListener((o, was, is) -> unlessFilling(changed));
        choice.setOnAction(e -> unlessFilling(() -> {
            Choice chosen = choice.getValue();
            if (chosen != null) {
                wish = new LayersAsked.Wish(chosen.text(), chosen.place());
                changed.run();
            }
        }));
    }

    TextField field() {
        return field;
    }

    ComboBox<?> choice() {
        return choice;
    }

    /** The sentence as it was typed. */
    String text() {
        return field.getText();
    }

    /** The word that was chosen, if one was. */
    LayersAsked.Wish wish() {
        return wish;
    }

    /** Sets both, and asks for nothing. */
    void set(String text, LayersAsked.Wish word) {
        filling = true;
        field.setText(text);
        wish = word;
        filling = false;
    }

    /** Offers a sentence's words, one of them chosen. */
    void offer(List<Pieces.Word> words, int chosen) {
        List<Choice> choices =
                IntStream.range(0, words.size()).mapToObj(i -> choice(words, i)).toList();
        filling = true;
        if (!choice.getItems().equals(choices)) {
            choice.getItems().setAll(choices);
        }
        choice.setValue(choices.get(chosen));
        filling = false;
    }

    private static Choice choice(List<Pieces.Word> words, int place) {
        String text = Printable.label(words.get(place).text());
        return new Choice(
                text, place, words.stream().filter(w -> w.text().equals(text)).count() > 1);
    }

    private void unlessFilling(Runnable action) {
        if (!filling) {
            action.run();
        }
    }
}
