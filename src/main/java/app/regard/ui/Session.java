package app.regard.ui;

import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.model.MiniLm;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.WeightFigures;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Example;
import app.regard.words.Library;
import java.util.List;
import java.util.Locale;
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

    /** What is added where the picture is not of the sentence in the field. */
    private static final String OLDER = " What you see still belongs to the sentence before.";

    private final Library library;
    private final Background background;
    private final TrainedModel model;
    private final History history = new History(System::nanoTime);
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private String focusedWord = "";

    /** The example's source that the present run of typing has left, or null. */
    private @Nullable Source left;

    /** A session without a trained model. */
    Session(Library library, Background background) {
        this(library, background, TrainedModel.none());
    }

    /** @param model what the library resolves trained heads with */
    Session(Library library, Background background, TrainedModel model) {
        this.library = library;
        this.background = background;
        this.model = model;
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

    /** The trained model: whether it is there, and how far the reading of it is. */
    TrainedModel model() {
        return model;
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
        run(example.experiment(), hint, new Place(focus().stage(), -1, example.focus(), true));
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
        String vectors = before instanceof Source.Trained ? "the trained model’s" : "the example’s own";
        Notice said = before.table().equals(Source.SIMPLE_TABLE)
                ? Notice.NONE
                : new Notice(
                        Notice.Kind.CHANGE,
                        "This head reads the simple table: " + vectors + " vectors are left. Undo brings them back.");
        choose(experiment.get().withSource(new Source.Simple(head)), said);
    }

    /** A head of the trained model; what it has inside already is dropped, and the first time that is said. */
    public void useTrained(int layer, int head) {
        Experiment now = experiment.get();
        Experiment next = new Experiment(
                now.text(),
                null,
                new Source.Trained(MiniLm.NAME, layer, head),
                now.mask(),
                Positions.NONE,
                now.temperature(),
                List.of());
        boolean first = !(now.source() instanceof Source.Trained);
        String dropped = now.positions().on() ? " It has positions inside already: yours are off." : "";
        choose(next, first ? new Notice(Notice.Kind.CHANGE, TrainedModel.ABOUT + dropped) : Notice.NONE);
    }

    /** Random projections over the present table, or over the simple one where a trained head has none. */
    public void useSeed(long seed) {
        change(e -> e.withSource(new Source.Seeded(
                e.source() instanceof Source.Trained
                        ? Source.SIMPLE_TABLE
                        : e.source().table(),
                seed)));
    }

    /** Stops waiting for the trained model: what is shown stays. */
    void cancelReading() {
        model.callOff();
        background.forget(this);
        back(new Notice(Notice.Kind.CHANGE, "The model was not read: what was shown stays."));
    }

    /** Frees the trained model's memory; what is shown stays. */
    void unload() {
        model.unload();
        say(new Notice(
                Notice.Kind.HINT,
                "The trained model is put away and its memory is free. It is read again when it is next needed."));
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
        run(m.experiment(), Notice.NONE, new Place(m.stage(), m.query(), "", false));
    }

    /**
     * Where the reader is to stand when a trace is shown.
     *
     * @param query the place, or −1 for a word
     * @param word the word, or empty for the one that was focused
     * @param fresh whether matrices that were scrolled begin at their beginning
     */
    private record Place(int stage, int query, String word, boolean fresh) {
        static final Place KEEP = new Place(0, -1, "", false);

        boolean keeps() {
            return query < 0 && word.isEmpty();
        }

        /** The query in a trace whose word is in the place {@code kept}. */
        int in(Sentence words, int kept) {
            if (keeps()) {
                return kept;
            }
            if (query >= 0) {
                return Math.min(query, words.size() - 1);
            }
            int at = words.words().indexOf(word);
            return Math.max(0, at >= 0 ? at : words.words().indexOf(word.toLowerCase(Locale.ROOT)));
        }
    }

    private void run(Experiment next, Notice said, Place place) {
        experiment.set(next);
        String keys = next.keyText() == null ? next.text() : next.keyText();
        boolean trained = next.source() instanceof Source.Trained;
        if (trained) {
            model.begin();
        } else if (model.share().get() != TrainedModel.IDLE) {
            model.callOff(); // nobody waits for it any more
        }
        if (trained || library.longer(next.text(), AT_ONCE) || library.longer(keys, AT_ONCE)) {
            busy.set(true);
            background.latest(
                    this,
                    () -> computed(next),
                    result -> finished(result, said, place),
                    e -> finished(new Result(next, Optional.empty(), problem(e)), said, place));
        } else {
            background.forget(this);
            finished(computed(next), said, place);
        }
    }

    private static String problem(RuntimeException e) {
        return e instanceof Refusal ? String.valueOf(e.getMessage()) : "This could not be computed: " + e;
    }

    /** What was asked of the trained model will not come: the sentence stays, with the head that is shown. */
    private void back(Notice said) {
        busy.set(false);
        Experiment was = shown.get().experiment();
        String text = experiment.get().text();
        if (text.equals(was.text())) {
            experiment.set(was);
            history.stayed(moment());
            notice.set(said);
        } else if (was.source() instanceof Source.Trained) {
            notice.set(new Notice(said.kind(), said.text() + OLDER));
        } else {
            boolean leaves = library.missing(was.source(), text).isPresent();
            Source source = leaves ? library.simple(was.source()) : was.source();
            run(was.withText(text).withSource(source), said, Place.KEEP);
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
        model.end();
        int stage = place.stage() == 0 ? focus().stage() : place.stage();
        if (result.trace().isEmpty() && result.of().source() instanceof Source.Trained && !model.ready()) {
            back(new Notice(Notice.Kind.PROBLEM, result.problem()));
            return;
        }
        if (result.trace().isEmpty()) {
            notice.set(new Notice(Notice.Kind.PROBLEM, result.problem() + OLDER));
            look(focus().withStage(stage));
            return;
        }
        Trace t = result.trace().get();
        Sentence from = t.weights().from();
        int cut = Math.max(from.left(), t.weights().to().left());
        notice.set(cut == 0 ? said : new Notice(Notice.Kind.CHANGE, tooLong(t, cut)));
        int query = place.in(from, sameWord(t));
        boolean pinned = focus().pinned() && place.keeps();
        Shown before = place.fresh() ? shown.get().unscrolled() : shown.get();
        shown.set(before.with(t, result.of(), new Focus(stage, query, pinned, null)));
        if (!place.keeps()) {
            remember();
        }
    }

    private static String tooLong(Trace t, int cut) {
        if (t.in().learned()) {
            return "The sentence has " + (cut + MiniLm.MOST_PIECES)
                    + " word pieces, [CLS] and [SEP] among them: the model " + "reads " + MiniLm.MOST_PIECES
                    + " at most. The rest stays in the field.";
        }
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
