package app.regard.ui;

import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.WeightFigures;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Example;
import app.regard.words.Library;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the window shows and what can be asked of it: properties out, commands in. */
public final class Session {
    /** Up to this many words everything is computed and painted at once; above it away from the window's thread. */
    public static final int AT_ONCE = 64;

    private final Library library;
    private final Background background;
    private final History history = new History(System::nanoTime);
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private String focusedWord = "";

    /** The example's source that the present run of typing has left, or null. */
    private @Nullable Source left;

    Session(Library library, Background background) {
        this.library = library;
        this.background = background;
        Example first = library.examples().get(0);
        experiment = new ReadOnlyObjectWrapper<>(first.experiment());
        shown = new ReadOnlyObjectWrapper<>(new Shown(
                Attention.trace(library.resolve(first.experiment())),
                first.experiment(),
                new Focus(1, 0, false, null),
                View.USUAL,
                Map.of(),
                Map.of(),
                Integer.MAX_VALUE));
        notice.set(new Notice(Notice.Kind.HINT, first.notice()));
        remember();
    }

    // ---- properties

    public ReadOnlyObjectProperty<Experiment> experiment() {
        return experiment.getReadOnlyProperty();
    }

    /** All that decides the picture. */
    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public Library library() {
        return library;
    }

    // ---- commands: the experiment

    /** Another sentence; where it leaves an example's own table, the simple table takes over, and it is said. */
    public void type(String text) {
        Experiment now = experiment.get();
        if (text.equals(now.text())) {
            return;
        }
        boolean fresh = text.isBlank() || now.text().isBlank(); // an emptied field ends one sentence and begins another
        history.leaving(moment(), fresh ? History.Kind.CHOICE : History.Kind.TYPING);
        Source source = now.source();
        boolean own = !source.table().equals(Source.SIMPLE_TABLE);
        if (own && library.missing(source, text).isPresent()) {
            left = source;
            source = library.simple(source);
        } else if (left != null
                && !text.isBlank()
                && library.missing(left, text).isEmpty()) {
            source = left; // every word is in it again
            left = null;
        }
        run(now.withText(text).withSource(source), leftTable(text, source), Place.KEEP);
    }

    /** What to say while the typing that left an example's own table goes on. */
    private Notice leftTable(String text, Source source) {
        Optional<String> missing = left == null ? Optional.empty() : library.missing(left, text);
        String head = source instanceof Source.Simple s ? "head " + s.head() : "the same random head";
        return missing.map(word -> new Notice(
                        Notice.Kind.CHANGE,
                        "“" + Words.brief(word) + "” is not in the example’s own table: now on the simple table, "
                                + head + ". Undo brings the example back."))
                .orElse(Notice.NONE);
    }

    public void choose(Example example) {
        history.leaving(moment(), History.Kind.CHOICE);
        left = null;
        Notice hint = new Notice(Notice.Kind.HINT, example.notice());
        run(example.experiment(), hint, new Place(focus().stage(), first(example), true));
    }

    /** The place of the word that an example wants looked at first. */
    private int first(Example example) {
        Sentence words = library.resolve(example.experiment()).from().words();
        return Math.max(0, words.words().indexOf(example.focus()));
    }

    /** Changes mask, positions, temperature or head as one undoable step. */
    public void change(UnaryOperator<Experiment> by) {
        choose(by.apply(experiment.get()), Notice.NONE);
    }

    private void choose(Experiment changed, Notice said) {
        if (!changed.equals(experiment.get())) {
            history.leaving(moment(), History.Kind.CHOICE);
            left = null;
            run(changed, said, Place.KEEP);
        }
    }

    /** One of the simple table's heads; an example's own table is left for it, and that is said. */
    public void useHead(String head) {
        Source before = experiment.get().source();
        Notice said = before.table().equals(Source.SIMPLE_TABLE)
                ? Notice.NONE
                : new Notice(
                        Notice.Kind.CHANGE,
                        "This head reads the simple table: the example’s own vectors are left. Undo brings them back.");
        choose(experiment.get().withSource(new Source.Simple(head)), said);
    }

    /** Random projections over the present table. */
    public void useSeed(long seed) {
        change(e -> e.withSource(new Source.Seeded(e.source().table(), seed)));
    }

    /** New random projections: the next seed, so that every press gives others and all can be found again. */
    public void generate() {
        Source source = experiment.get().source();
        useSeed(source instanceof Source.Seeded s ? s.seed() + 1 : 1);
    }

    /** Goes to a moment, as one step that can be undone. */
    void show(Moment moment) {
        history.leaving(moment(), History.Kind.CHOICE);
        restore(moment);
    }

    /** Starts at a moment: there is nothing to undo before it. */
    void begin(Moment moment) {
        if (!moment.experiment().text().isBlank()) {
            restore(moment);
        }
    }

    public void undo() {
        history.undo(moment()).ifPresent(this::restore);
    }

    public void redo() {
        history.redo(moment()).ifPresent(this::restore);
    }

    // ---- commands: the reader

    public void goTo(int stage) {
        int bounded = Math.max(1, Math.min(Stages.ALL.size(), stage));
        if (bounded != focus().stage()) {
            history.leaving(moment(), History.Kind.WALKING);
            look(focus().withStage(bounded));
        }
    }

    public void step(int by) {
        goTo(focus().stage() + by);
    }

    /** Shows the present stage in another of its ways. */
    public void showVariant(int variant) {
        shown.set(shown.get().withVariant(variant));
    }

    /** What is pointed at. Rows of queries, chips and bars move the focus, unless it is pinned. */
    public void point(Optional<Spot> at) {
        Optional<Spot> spot = at.filter(shown.get()::has);
        Focus f = focus();
        Focus next = f.withHover(
                spot.filter(s -> !s.matrix().equals(WeightFigures.ASKING)).orElse(null));
        Optional<Integer> query = spot.flatMap(this::queryOf);
        if (query.isPresent() && !f.pinned()) {
            next = next.withQuery(query.get());
        }
        if (!next.equals(f)) {
            look(next);
            remember();
        }
    }

    /** Pins the query of a spot; the pinned one again unpins it. */
    public void pin(Spot spot) {
        Optional.of(spot).filter(shown.get()::has).flatMap(this::queryOf).ifPresent(query -> {
            history.leaving(moment(), History.Kind.WALKING);
            Focus f = focus();
            boolean same = f.pinned() && f.query() == query;
            look(f.withQuery(query).withPinned(!same));
            remember();
        });
    }

    public void unpin() {
        look(focus().withPinned(false).withHover(null));
    }

    /** Focuses the word before or after. */
    public void moveQuery(int by) {
        Focus f = focus();
        int n = trace().weights().from().size();
        look(f.withQuery(Math.max(0, Math.min(n - 1, f.query() + by))).withHover(null));
        remember();
    }

    public void look(View other) {
        shown.set(shown.get().with(other));
    }

    /** Says something of what was done beside the numbers: saved, copied, opened. */
    void say(Notice said) {
        notice.set(said);
    }

    /** Zooms, moves or scrolls: changes how the trace is looked at, never the trace. */
    void arrange(UnaryOperator<Shown> by) {
        shown.set(by.apply(shown.get()));
    }

    // ---- inside

    private Optional<Integer> queryOf(Spot spot) {
        if (spot.matrix().equals(WeightFigures.ASKING)) {
            return trace().in().self() ? Optional.of(spot.row()) : Optional.empty();
        }
        return Part.named(spot.matrix())
                .filter(p -> p.asks() && spot.row() != Spot.LABEL)
                .map(p -> spot.row());
    }

    private Moment moment() {
        return new Moment(experiment.get(), focus().stage(), focus().query());
    }

    private void restore(Moment m) {
        left = null;
        run(m.experiment(), Notice.NONE, new Place(m.stage(), m.query(), false));
    }

    /**
     * Where the reader is to stand when a trace is shown.
     *
     * @param query the place, or −1 for the word that was focused
     * @param fresh whether matrices that were scrolled begin at their beginning
     */
    private record Place(int stage, int query, boolean fresh) {
        static final Place KEEP = new Place(0, -1, false);
    }

    private void run(Experiment next, Notice said, Place place) {
        experiment.set(next);
        String keys = next.keyText() == null ? next.text() : next.keyText();
        if (library.longer(next.text(), AT_ONCE) || library.longer(keys, AT_ONCE)) {
            busy.set(true);
            background.latest(
                    this,
                    () -> computed(next),
                    result -> finished(result, said, place),
                    e -> finished(new Result(next, Optional.empty(), "This could not be computed: " + e), said, place));
        } else {
            background.forget(this);
            finished(computed(next), said, place);
        }
    }

    private Focus focus() {
        return shown.get().focus();
    }

    private Trace trace() {
        return shown.get().trace();
    }

    private void look(Focus at) {
        shown.set(shown.get().with(at));
    }

    /** A trace, or why there is none. */
    private record Result(Experiment of, Optional<Trace> trace, String problem) {}

    private Result computed(Experiment e) {
        try {
            Inputs in = library.resolve(e);
            return new Result(e, Optional.of(Attention.trace(in)), "");
        } catch (Refusal refusal) {
            return new Result(e, Optional.empty(), String.valueOf(refusal.getMessage()));
        }
    }

    private void finished(Result result, Notice said, Place place) {
        busy.set(false);
        int stage = place.stage() == 0 ? focus().stage() : place.stage();
        if (result.trace().isEmpty()) {
            notice.set(new Notice(
                    Notice.Kind.PROBLEM, result.problem() + " What you see still belongs to the sentence before."));
            look(focus().withStage(stage));
            return;
        }
        Trace t = result.trace().get();
        Sentence from = t.weights().from();
        int cut = Math.max(from.left(), t.weights().to().left());
        notice.set(cut == 0 ? said : new Notice(Notice.Kind.CHANGE, tooLong(cut)));
        int query = place.query() < 0 ? sameWord(t) : Math.min(place.query(), from.size() - 1);
        boolean pinned = focus().pinned() && place.query() < 0;
        Shown before = place.fresh() ? shown.get().unscrolled() : shown.get();
        shown.set(before.with(t, result.of(), new Focus(stage, query, pinned, null)));
        if (place.query() >= 0) {
            remember();
        }
    }

    private static String tooLong(int cut) {
        return "The sentence has " + (cut + Library.MOST_WORDS) + " words: the first " + Library.MOST_WORDS
                + " take part. The rest stays in the field.";
    }

    /** The focused word's place in a new sentence: the nearest same word, else the same place as far as there is one. */
    private int sameWord(Trace t) {
        int old = focus().query();
        int n = t.weights().from().size();
        int best = -1;
        for (int i = 0; i < n; i++) {
            boolean same = t.weights().from().word(i).equalsIgnoreCase(focusedWord);
            if (same && (best < 0 || Math.abs(i - old) < Math.abs(best - old))) {
                best = i;
            }
        }
        return best >= 0 ? best : Math.min(old, n - 1);
    }

    private void remember() {
        var from = trace().weights().from();
        focusedWord = from.word(Math.min(focus().query(), from.size() - 1));
    }
}
