package app.regard.ui.session;

import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.source.LoneWeights;
import app.regard.stage.Content;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.WeightFigures;
import app.regard.trace.Experiment;
import app.regard.trace.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The place where the reader stands in what is shown, and points: stage, word, cell, and how all of it looks. */
public final class Navigation {
    private final ReadOnlyObjectWrapper<ViewState> shown;
    private Runnable leaving = () -> {};
    private String focusedWord = "";

    /** The stage that the reader was in before weights came that have one stage only, or 0. */
    private int stageBefore;

    public Navigation(ViewState first) {
        this.shown = new ReadOnlyObjectWrapper<>(first);
        remember();
    }

    public ReadOnlyObjectProperty<ViewState> shown() {
        return shown.getReadOnlyProperty();
    }

    /** @param told is told that the reader is about to leave the present stage or word */
    void leaving(Runnable told) {
        leaving = told;
    }

    private ViewState now() {
        return shown.get();
    }

    private Focus focus() {
        return now().focus();
    }

    // ---- stage

    void goTo(int stage) {
        int bounded = Math.max(1, Math.min(Stages.ALL.size(), stage));
        if (bounded != focus().stage() && now().content().offers(bounded)) {
            leaving.run();
            look(focus().withStage(bounded));
        }
    }

    /** Shows the present stage in another of its ways. */
    void showVariant(int variant) {
        shown.set(now().withVariant(variant));
    }

    // ---- word and cell

    /** Returns the spot that is pointed at. Rows of queries, chips and bars move the focus, unless it is pinned. */
    public void point(Optional<Spot> at) {
        Optional<Spot> spot = at.filter(now()::has);
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
    void pin(Spot spot) {
        Optional.of(spot).filter(now()::has).flatMap(this::queryOf).ifPresent(query -> {
            leaving.run();
            Focus f = focus();
            boolean same = f.pinned() && f.query() == query;
            look(f.withQuery(query).withPinned(!same));
            remember();
        });
    }

    void unpin() {
        look(focus().withPinned(false).withHover(null));
    }

    /** Focuses the word before or after. */
    void moveQuery(int by) {
        Focus f = focus();
        int n = now().weights().from().size();
        look(f.withQuery(Math.max(0, Math.min(n - 1, f.query() + by))).withHover(null));
        remember();
    }

    private Optional<Integer> queryOf(Spot spot) {
        if (spot.matrix().equals(WeightFigures.ASKING)) {
            return now().content().self() ? Optional.of(spot.row()) : Optional.empty();
        }
        return Part.named(spot.matrix())
                .filter(p -> p.asks() && spot.row() != Spot.LABEL)
                .map(p -> spot.row());
    }

    // ---- looks

    public void look(View other) {
        shown.set(now().with(other));
    }

    private void look(Focus at) {
        shown.set(now().with(at));
    }

    /** Zooms, moves or scrolls: changes how the numbers are looked at, never the numbers. */
    public void arrange(UnaryOperator<ViewState> by) {
        shown.set(by.apply(now()));
    }

    // ---- other numbers

    /**
     * The place where the reader is to stand when other numbers are shown.
     *
     * @param stage the stage, or 0 for the present one
     * @param query the place of a token of the experiment, or −1 for a word
     * @param word the word, or empty for the one that was focused
     * @param fresh whether matrices that were scrolled begin at their beginning
     */
    record Place(int stage, int query, String word, boolean fresh) {
        static final Place KEEP = new Place(0, -1, "", false);

        boolean keeps() {
            return query < 0 && word.isEmpty();
        }

        /** The query in what is seen, where the one that was focused is in the place {@code kept}. */
        int in(Content content, int kept) {
            if (keeps()) {
                return kept;
            }
            Sentence words = content.weights().from();
            if (query >= 0) {
                return content.row(query);
            }
            int at = words.words().indexOf(word);
            return Math.max(0, at >= 0 ? at : words.words().indexOf(word.toLowerCase(Locale.ROOT)));
        }
    }

    /** Nothing could be computed: what is shown stays, in the stage that was asked for. */
    void keepContent(Place place) {
        int stage = place.stage() == 0 ? focus().stage() : place.stage();
        if (now().content().offers(stage)) {
            look(focus().withStage(stage));
        }
    }

    /** Shows other numbers. */
    void showContent(Content content, Experiment of, Place place) {
        int asked = place.stage() > 0 ? place.stage() : stageBefore > 0 ? stageBefore : focus().stage();
        int stage = content.offers(asked) ? asked : LoneWeights.STAGE;
        stageBefore = stage == asked ? 0 : asked;
        int query = place.in(content, sameWord(content.weights().from()));
        boolean pinned = focus().pinned() && place.keeps();
        ViewState before = place.fresh() ? now().unscrolled() : now();
        ViewState next = before.with(content, of, new Focus(stage, query, pinned, null));
        Spot hover = focus().hover(); // what is asked about stays so while its words do
        boolean stays =
                hover != null && place.keeps() && stage == focus().stage() && sameWords(now(), next) && next.has(hover);
        shown.set(stays ? next.with(next.focus().withHover(hover)) : next);
        if (!place.keeps()) {
            remember();
        }
    }

    private static boolean sameWords(ViewState was, ViewState is) {
        return was.weights().from().equals(is.weights().from())
                && was.weights().to().equals(is.weights().to());
    }

    /** The focused word's place in a new sentence: the nearest same word, else the same place as far as there is one. */
    private int sameWord(Sentence words) {
        int old = focus().query();
        int best = -1;
        for (int i = 0; i < words.size(); i++) {
            boolean same = words.word(i).equalsIgnoreCase(focusedWord);
            if (same && (best < 0 || Math.abs(i - old) < Math.abs(best - old))) {
                best = i;
            }
        }
        return best >= 0 ? best : Math.min(old, words.size() - 1);
    }

    private void remember() {
        Sentence from = now().weights().from();
        focusedWord = from.word(Math.min(focus().query(), from.size() - 1));
    }
}
