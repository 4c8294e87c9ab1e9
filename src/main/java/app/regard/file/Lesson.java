package app.regard.file;

import app.regard.trace.Moment;
import java.util.List;

/**
 * The cards that a teacher saves and opens tomorrow: moments in order, with words beside them.
 *
 * @param title what it is called; may be empty
 * @param notes what is said before the first card
 * @param cards one or more
 */
public record Lesson(String title, String notes, List<Card> cards) {
    /**
     * One moment of a lesson.
     *
     * @param title what it is called; may be empty
     * @param notes what is said here
     */
    public record Card(Moment moment, String title, String notes) {}

    public Lesson {
        cards = List.copyOf(cards);
        if (cards.isEmpty()) {
            throw new IllegalArgumentException("a lesson has at least one card");
        }
    }

    /** A lesson of one moment, without words. */
    public static Lesson of(Moment moment) {
        return new Lesson("", "", List.of(new Card(moment, "", "")));
    }
}
