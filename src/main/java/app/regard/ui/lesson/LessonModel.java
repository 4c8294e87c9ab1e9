package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.file.Recovery;
import app.regard.file.Saved;
import app.regard.trace.Moment;
import app.regard.ui.kit.Notice;
import app.regard.ui.session.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

        /** Returns the lesson's name, also where nobody has given it a title. */
        public String name() {
            return !lesson.title().isBlank()
                    ? lesson.title()
                    : file.map(f -> f.getFileName().toString()).orElse("Untitled lesson");
        }
    }

    private final Workspace session;
    private final ReadOnlyObjectWrapper<Optional<Open>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private final CardChanges changes = new CardChanges();

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

    /** Returns the lesson that a crash would take along. */
    public Optional<Recovery> unsaved() {
        return open.get()
                .filter(Open::changed)
                .map(o -> new Recovery(o.lesson(), o.card(), o.file().map(Path::toString)));
    }

    /** Begins a lesson with what is shown as its first card. */
    public void begin() {
        replaceOpen(Optional.of(new Open(Lesson.of(session.moment()), 0, Optional.empty(), true)));
    }

    /**
     * Opens a lesson at its first card, which is shown before the lesson is open: what was shown until then does none of its
     * cards.
     *
     * @param file where it was read from; nothing for a tour
     */
    void opened(Lesson lesson, Optional<Path> file) {
        close();
        session.show(lesson.cards().get(0).moment());
        replaceOpen(Optional.of(new Open(lesson, 0, file, false)));
        file.ifPresent(this::content);
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
        changes.clear();
        open.set(other);
    }

    public void next() {
        open.get().ifPresent(o -> go(o.card() + 1));
    }

    public void back() {
        open.get().ifPresent(o -> go(o.card() - 1));
    }

    /** Whether what is shown is not what the present card keeps; the word that the mouse is on does not count. */
    public boolean hasLeft() {
        Moment is = session.moment();
        return open.get()
                .map(o -> o.shown().moment())
                .filter(m -> !m.experiment().equals(is.experiment())
                        || m.stage() != is.stage()
                        || !Objects.equals(m.lab(), is.lab())
                        || !Objects.equals(m.image(), is.image()))
                .isPresent();
    }

    /** Shows a card; beyond the ends nothing happens. */
    void go(int card) {
        open.get().filter(o -> card >= 0 && card < o.cards()).ifPresent(o -> {
            session.show(
                    o.lesson().cards().get(card).moment()); // first: what was shown until now does not do this card
            open.set(Optional.of(new Open(o.lesson(), card, o.file(), o.changed())));
        });
    }

    /** Adds what is shown as a card after the present one; without a lesson one begins. */
    public void add() {
        Optional<Open> now = open.get();
        if (now.isEmpty()) {
            begin();
            return;
        }
        int place = now.get().card() + 1;
        Lesson.Card card = new Lesson.Card(session.moment(), "", "");
        change(CardChanges.insert(card, place), CardChanges.remove(place), false);
    }

    /** Makes the present card show what is shown now. */
    public void update() {
        Lesson.Card now = new Lesson.Card(session.moment(), "", "");
        open.get()
                .ifPresent(o -> change(CardChanges.show(now, o.card()), CardChanges.show(o.shown(), o.card()), false));
    }

    /** Shows the present card again as it is. */
    public void show() {
        open.get().ifPresent(o -> go(o.card()));
    }

    /** Takes the present card out; the last one stays, for a lesson has at least one. */
    void remove() {
        open.get()
                .filter(o -> o.cards() > 1)
                .ifPresent(o -> change(CardChanges.remove(o.card()), CardChanges.insert(o.shown(), o.card()), true));
    }

    /** The present card once more, after itself. */
    void duplicate() {
        open.get()
                .ifPresent(o ->
                        change(CardChanges.insert(o.shown(), o.card() + 1), CardChanges.remove(o.card() + 1), false));
    }

    /** Moves the present card; beyond the ends nothing happens. */
    void move(int by) {
        open.get()
                .filter(o -> o.card() + by >= 0 && o.card() + by < o.cards())
                .ifPresent(o -> change(
                        CardChanges.move(o.card(), o.card() + by), CardChanges.move(o.card() + by, o.card()), false));
    }

    /** Whether a change of the cards can be taken back. */
    boolean canUndo() {
        return !changes.isEmpty();
    }

    /** Takes back the last change of the list of cards. */
    void undo() {
        changes.last().ifPresent(back -> apply(back, true));
    }

    private void change(CardChanges.Change change, CardChanges.Change back, boolean shows) {
        changes.add(back);
        apply(change, shows);
    }

    /** @param shows whether the card is shown that is the present one then */
    private void apply(CardChanges.Change change, boolean shows) {
        open.get().ifPresent(o -> {
            List<Lesson.Card> cards = CardChanges.copy(o.lesson());
            int card = change.apply(cards);
            open.set(Optional.of(new Open(with(o.lesson(), cards), card, o.file(), true)));
            if (shows) {
                session.show(cards.get(card).moment());
            }
        });
    }

    public void title(String title) {
        lesson(l -> new Lesson(title, l.notes(), l.cards()));
    }

    /** Returns the notes on the whole lesson. */
    public void notes(String notes) {
        lesson(l -> new Lesson(l.title(), notes, l.cards()));
    }

    public void cardTitle(String title) {
        card(c -> c.withTitle(title));
    }

    public void cardNotes(String notes) {
        card(c -> c.withNotes(notes));
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
