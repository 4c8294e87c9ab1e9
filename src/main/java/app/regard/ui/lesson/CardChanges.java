package app.regard.ui.lesson;

import app.regard.file.Lesson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The changes of a lesson's list of cards that can be taken back, each as what undoes it: words typed since stay. */
final class CardChanges {
    private static final int DEPTH = 100;

    /** A change of a list of cards. */
    interface Change {
        /** Changes the list; the place of the card to show then. */
        int apply(List<Lesson.Card> cards);
    }

    private final Deque<Change> back = new ArrayDeque<>();

    static Change insert(Lesson.Card card, int place) {
        return cards -> {
            cards.add(place, card);
            return place;
        };
    }

    static Change remove(int place) {
        return cards -> {
            cards.remove(place);
            return Math.min(place, cards.size() - 1);
        };
    }

    static Change move(int from, int to) {
        return cards -> {
            cards.add(to, cards.remove(from));
            return to;
        };
    }

    /** Another moment on a card, which keeps its words. */
    static Change show(Lesson.Card other, int place) {
        return cards -> {
            cards.set(place, cards.get(place).with(other.moment()));
            return place;
        };
    }

    /** Keeps what undoes a change. */
    void add(Change undoes) {
        back.push(undoes);
        if (back.size() > DEPTH) {
            back.removeLast();
        }
    }

    /** What undoes the last change, once. */
    Optional<Change> last() {
        return Optional.ofNullable(back.poll());
    }

    boolean isEmpty() {
        return back.isEmpty();
    }

    void clear() {
        back.clear();
    }

    static List<Lesson.Card> copy(Lesson lesson) {
        return new ArrayList<>(lesson.cards());
    }
}
