package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.file.Recovery;
import app.regard.file.Saved;
import app.regard.ui.kit.Notice;
import app.regard.ui.session.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The lesson that is open: properties out, commands in. */
public final class LessonModel {
    /**
     * A lesson as it stands.
     *
     * @param card which of its cards is shown, from 0
     * @param file where it was saved last, or nothing
     * @param changed whether something would be lost without saving
     */
    public record Open(Lesson lesson, int card, Optional<Path> file, boolean changed) {
        public Lesson.Card shown() {
            return lesson.cards().get(card);
        }

        /** How many cards there are. */
        public int cards() {
            return lesson.cards().size();
        }

        /** What it is called, also where nobody has given it a title. */
        public String name() {
            return !lesson.title().isBlank()
                    ? lesson.title()
                    : file.map(f -> f.getFileName().toString()).orElse("Untitled lesson");
        }
    }

    private final Workspace session;
    private final ReadOnlyObjectWrapper<Optional<Open>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Lesson.Card> removed = Optional.empty();

    private int count;

    public LessonModel(Workspace session) {
        this.session = session;
    }

    public ReadOnlyObjectProperty<Optional<Open>> open() {
        return open.getReadOnlyProperty();
    }

    /** The lessons opened or saved last, newest first. */
    public ReadOnlyObjectProperty<List<Path>> recent() {
        return recent.getReadOnlyProperty();
    }

    public void remember(List<Path> files) {
        recent.set(files.stream().distinct().limit(Saved.MOST_RECENT).toList());
    }

    public boolean changed() {
        return open.get().filter(Open::changed).isPresent();
    }

    /** What a crash would take along. */
    public Optional<Recovery> unsaved() {
        return open.get()
                .filter(Open::changed)
                .map(o -> new Recovery(o.lesson(), o.card(), o.file().map(Path::toString)));
    }

    // ---- commands: the whole lesson

    /** Begins a lesson with what is shown as its first card. */
    public void begin() {
        if (cannotKeep()) {
            return;
        }
        replaceOpen(Optional.of(new Open(Lesson.of(session.moment()), 0, Optional.empty(), true)));
    }

    /** Opens a lesson that was read from a file, and shows its first card. */
    void opened(Lesson lesson, Path file) {
        replaceOpen(Optional.of(new Open(lesson, 0, Optional.of(file), false)));
        content(file);
        session.show(lesson.cards().get(0).moment());
    }

    /** Opens what a start that did not end well left unsaved. */
    public void recover(Recovery left) {
        replaceOpen(Optional.of(new Open(left.lesson(), left.card(), left.file().map(Path::of), true)));
        session.say(new Notice(
                Notice.Kind.CHANGE,
                "Regard did not end as it should: the lesson is back with the changes that were not saved. "
                        + "Save it (Ctrl+S), or close it."));
    }

    /** The lesson stands in a file now, which becomes its own; what was changed meanwhile is not in it. */
    void saved(Lesson written, Path file) {
        open.set(open.get()
                .map(o -> new Open(
                        o.lesson(), o.card(), Optional.of(file), !o.lesson().equals(written))));
        content(file);
    }

    void close() {
        replaceOpen(Optional.empty());
    }

    /** Counts the lessons that were open, so that what is done for one is not told of the next. */
    int count() {
        return count;
    }

    private void replaceOpen(Optional<Open> other) {
        count++;
        removed = Optional.empty();
        open.set(other);
    }

    // ---- commands: its cards

    public void next() {
        open.get().ifPresent(o -> go(o.card() + 1));
    }

    public void back() {
        open.get().ifPresent(o -> go(o.card() - 1));
    }

    /** Shows a card; beyond the ends nothing happens. */
    private void go(int card) {
        open.get().filter(o -> card >= 0 && card < o.cards()).ifPresent(o -> {
            open.set(Optional.of(new Open(o.lesson(), card, o.file(), o.changed())));
            session.show(o.lesson().cards().get(card).moment());
        });
    }

    /** Adds what is shown as a card after the present one; without a lesson one begins. */
    public void add() {
        Optional<Open> now = open.get();
        if (now.isEmpty()) {
            begin();
            return;
        }
        if (cannotKeep()) {
            return;
        }
        insert(new Lesson.Card(session.moment(), "", ""), now.get().card() + 1);
    }

    /** Whether what is shown is nothing that a lesson holds, which is said then. */
    private boolean cannotKeep() {
        if (!session.shown().get().experiment().source().traits().kept()) {
            session.say(new Notice(
                    Notice.Kind.PROBLEM,
                    "A lesson keeps sentences and heads, and these weights are another program’s: open their file"
                            + " beside the lesson instead."));
            return true;
        }
        return false;
    }

    /** Makes the present card show what is shown now. */
    void retake() {
        if (!cannotKeep()) {
            card(c -> new Lesson.Card(session.moment(), c.title(), c.notes()));
        }
    }

    /** Takes the present card out; the last one stays, for a lesson has at least one. */
    void remove() {
        open.get().filter(o -> o.cards() > 1).ifPresent(o -> {
            removed = Optional.of(o.shown());
            List<Lesson.Card> cards = new ArrayList<>(o.lesson().cards());
            cards.remove(o.card());
            int card = Math.min(o.card(), cards.size() - 1);
            open.set(Optional.of(new Open(with(o.lesson(), cards), card, o.file(), true)));
            session.show(cards.get(card).moment());
        });
    }

    boolean hasRemoved() {
        return removed.isPresent();
    }

    /** Puts the card that was taken out last back, after the present one. */
    void putBack() {
        Optional<Lesson.Card> card = removed;
        Optional<Open> now = open.get();
        if (card.isPresent() && now.isPresent()) {
            removed = Optional.empty();
            insert(card.get(), now.get().card() + 1);
            session.show(card.get().moment());
        }
    }

    private void insert(Lesson.Card card, int place) {
        open.get().ifPresent(o -> {
            List<Lesson.Card> cards = new ArrayList<>(o.lesson().cards());
            cards.add(place, card);
            open.set(Optional.of(new Open(with(o.lesson(), cards), place, o.file(), true)));
        });
    }

    // ---- commands: its words

    public void title(String title) {
        lesson(l -> new Lesson(title, l.notes(), l.cards()));
    }

    /** What is said of the whole lesson. */
    public void notes(String notes) {
        lesson(l -> new Lesson(l.title(), notes, l.cards()));
    }

    public void cardTitle(String title) {
        card(c -> new Lesson.Card(c.moment(), title, c.notes()));
    }

    public void cardNotes(String notes) {
        card(c -> new Lesson.Card(c.moment(), c.title(), notes));
    }

    private void lesson(UnaryOperator<Lesson> by) {
        open.get().ifPresent(o -> {
            Lesson other = by.apply(o.lesson());
            if (!other.equals(o.lesson())) {
                open.set(Optional.of(new Open(other, o.card(), o.file(), true)));
            }
        });
    }

    private void card(UnaryOperator<Lesson.Card> by) {
        open.get()
                .ifPresent(o -> lesson(l -> {
                    List<Lesson.Card> cards = new ArrayList<>(l.cards());
                    cards.set(o.card(), by.apply(o.shown()));
                    return with(l, cards);
                }));
    }

    private static Lesson with(Lesson lesson, List<Lesson.Card> cards) {
        return new Lesson(lesson.title(), lesson.notes(), cards);
    }

    private void content(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        remember(Stream.concat(Stream.of(whole), recent.get().stream()).toList());
    }
}
