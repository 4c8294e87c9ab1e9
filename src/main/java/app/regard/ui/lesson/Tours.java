package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.file.Lessons;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The guided tours that come with the program: lessons whose cards are done by doing. */
public final class Tours {
    /** The names of all tours, in the order of the menu. */
    public static final List<String> NAMES = List.of("context", "it", "three-words", "library", "learned");

    private Tours() {}

    /** Reads a tour. */
    public static Lesson read(String name) {
        String file = "tours/" + name + Lessons.ENDING;
        try (InputStream in = Objects.requireNonNull(Tours.class.getResourceAsStream(file), file)) {
            return Lessons.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the cards of a tour that need no trained model. */
    static List<Lesson.Card> untrained(Lesson tour) {
        return tour.cards().stream()
                .filter(card -> !card.moment().experiment().source().traits().trained())
                .toList();
    }
}
