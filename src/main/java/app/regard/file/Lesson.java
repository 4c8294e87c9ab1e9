package app.regard.file;

import app.regard.trace.LabState;
import app.regard.trace.Moment;
import java.util.List;
import java.util.Optional;

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
     * @param done what its learner is to have done, if there is something to do
     * @param after what is said once that is done; may be empty
     * @param hidesWeights whether the weights wait for their stage, so that its learner can guess them
     */
    public record Card(
            Moment moment, String title, String notes, Optional<Condition> done, String after, boolean hidesWeights) {
        /** A card on which nothing is to be done. */
        public Card(Moment moment, String title, String notes) {
            this(moment, title, notes, Optional.empty(), "", false);
        }

        /** What it is called; where that is not said, its sentence. */
        public String name() {
            return title.isBlank() ? moment.experiment().text() : title;
        }

        public Card with(Moment other) {
            return new Card(other, title, notes, done, after, hidesWeights);
        }

        public Card withTitle(String other) {
            return new Card(moment, other, notes, done, after, hidesWeights);
        }

        public Card withNotes(String other) {
            return new Card(moment, title, other, done, after, hidesWeights);
        }

        /** What it shows, in words: a stage or a lab, and the sentence. */
        public String shows() {
            LabState lab = moment.lab();
            return (lab == null ? "stage " + moment.stage() : "the lab “" + lab.id() + "”") + " of “"
                    + moment.experiment().text() + "”";
        }

        /** The first format of lessons that holds it. */
        int format() {
            int second = done.isPresent() || !after.isEmpty() || hidesWeights ? Lessons.SECOND : 1;
            return Math.max(second, Recipes.format(moment));
        }
    }

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
