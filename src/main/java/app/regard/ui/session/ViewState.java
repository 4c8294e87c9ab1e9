package app.regard.ui.session;

import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.source.LaidImage;
import app.regard.source.WeightsContent;
import app.regard.stage.AskedPair;
import app.regard.stage.Content;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.stage.WeightFigures;
import app.regard.stage.Why;
import app.regard.stage.patches.PatchGrid;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state that decides the picture, as one value, so that no view ever sees a new trace with an old focus.
 *
 * @param content the last that could be computed: it stays while the sentence is empty or refused
 * @param experiment what that was computed from
 * @param scroll by axis, which row or column comes first where not all fit
 * @param variants by stage, which of its ways is shown
 * @param span how many words the heat map shows: fewer than there are is a zoom
 * @param image what lies under the patches of an image, where one was opened
 * @param reveal what of the weights may be seen before their stage
 * @param explanation where the cell in question comes from; it follows from seen and focus
 */
public record ViewState(
        Content content,
        Experiment experiment,
        Focus focus,
        View view,
        Map<String, Integer> scroll,
        Map<Integer, Integer> variants,
        int span,
        Optional<LaidImage> image,
        Reveal reveal,
        Explanation explanation) {
    private static final String MAP_QUERIES = WeightFigures.MAP_QUERIES;
    private static final String MAP_KEYS = WeightFigures.MAP_KEYS;

    public ViewState {
        if (focus.query() < 0 || focus.query() >= content.weights().from().size()) {
            throw new IllegalArgumentException("no query " + focus.query() + " in what is seen");
        }
        scroll = Map.copyOf(scroll);
        variants = Map.copyOf(variants);
    }

    public ViewState(
            Content content,
            Experiment experiment,
            Focus focus,
            View view,
            Map<String, Integer> scroll,
            Map<Integer, Integer> variants,
            int span,
            Optional<LaidImage> image,
            Reveal reveal) {
        this(content, experiment, focus, view, scroll, variants, span, image, reveal, Explanation.of(content, focus));
    }

    public Weights weights() {
        return content.weights();
    }

    /** The weights as far as they may be seen in the present stage: rows that a class is asked about first are blank. */
    public Weights revealed() {
        return reveal.of(weights(), focus.stage());
    }

    /** Whether there are weights that wait for their stage. */
    public boolean hides() {
        return reveal.hides(focus.stage());
    }

    /** Whether the weights of a row wait for their stage. */
    public boolean hides(int row) {
        return reveal.hides(focus.stage(), row);
    }

    /** The trace, where what is seen has one. */
    public Optional<Trace> trace() {
        return content.trace();
    }

    /** The matrix that the present stage leads to. */
    public Part result() {
        return Stages.of(focus.stage()).result();
    }

    /** The way in which the present stage is shown. */
    public int variant() {
        return variants.getOrDefault(focus.stage(), 0);
    }

    /** The cell whose Why is shown: the one pointed at, else the stage's own. */
    public Spot asked() {
        return why().of();
    }

    /** Whether a spot exists in what is seen: a figure painted from the one before may still be pointed at. */
    boolean has(Spot spot) {
        return switch (spot.matrix()) {
            case WeightFigures.ASKING -> spot.row() < weights().from().size();
            case WeightFigures.ANSWERING -> spot.row() < weights().to().size();
            default ->
                Part.named(spot.matrix()).map(part -> content.has(part, spot)).orElse(false);
        };
    }

    /** How many queries or keys there are, whichever are more. */
    public int words() {
        return Math.max(weights().from().size(), weights().to().size());
    }

    /** Where the asked cell comes from. */
    public Why why() {
        return explanation.asked().get();
    }

    /** The words that are asked about: one pair, marked alike wherever it is drawn. */
    public AskedPair pair() {
        return AskedPair.of(focus, asked());
    }

    /** Where the weight comes from that is spoken of beside the heat map. */
    public Why weightWhy() {
        return explanation.weight().get();
    }

    /** Returns the words of a screen reader for the spot that is pointed at, or else for the asked cell. */
    public String said() {
        Spot hover = focus.hover();
        if (hides() && hover != null && !hover.isCell()) {
            return ""; // whom a word attends to
        }
        return hover == null || hover.equals(asked()) ? content.said(why(), view.decimals()) : content.said(hover);
    }

    /** What a window begins with: the first stage and word, in the usual view. */
    static ViewState first(Content content, Experiment of) {
        return new ViewState(
                content,
                of,
                new Focus(1, 0, false, null),
                View.USUAL,
                Map.of(),
                Map.of(),
                Integer.MAX_VALUE,
                Optional.empty(),
                Reveal.ALL);
    }

    /** Returns what is shown as a moment: unlike the sentence in the field it can always be computed. */
    public Moment moment() {
        return new Moment(
                        experiment,
                        focus.stage(),
                        content.token(focus.query()),
                        content.before().orElse(null),
                        null)
                .withImage(image.filter(laid -> patched()).map(LaidImage::file));
    }

    public ViewState with(Content newSeen, Experiment itsExperiment, Focus newFocus) {
        boolean same = newSeen.weights().from().equals(weights().from());
        Reveal shown = same ? reveal : reveal.again();
        return new ViewState(newSeen, itsExperiment, newFocus, view, scroll, variants, Integer.MAX_VALUE, image, shown);
    }

    public ViewState with(Focus newFocus) {
        Reveal shown = reveal.hides(newFocus.stage()) ? reveal : reveal.again();
        return new ViewState(content, experiment, newFocus, view, scroll, variants, span, image, shown);
    }

    public ViewState with(View newView) {
        return new ViewState(content, experiment, focus, newView, scroll, variants, span, image, reveal, explanation);
    }

    ViewState with(Optional<LaidImage> newImage) {
        return new ViewState(content, experiment, focus, view, scroll, variants, span, newImage, reveal, explanation);
    }

    /** Whether the tokens that answer may be patches of an image: those of a file, a square of them or one more. */
    public boolean patched() {
        return WeightsContent.file(content).isPresent()
                && PatchGrid.of(weights().to().size())
                        .filter(grid -> grid.side() > 1)
                        .isPresent();
    }

    /** Returns what is shown as it is taken away. */
    public Subject subject() {
        return content.subject(experiment).over(image.filter(laid -> patched()).map(LaidImage::bitmap));
    }

    public ViewState with(Reveal other) {
        return new ViewState(content, experiment, focus, view, scroll, variants, span, image, other, explanation);
    }

    public ViewState withSpan(int newSpan) {
        return new ViewState(content, experiment, focus, view, scroll, variants, newSpan, image, reveal, explanation);
    }

    ViewState withVariant(int variant) {
        Map<Integer, Integer> changed = new HashMap<>(variants);
        changed.put(focus.stage(), variant);
        return new ViewState(content, experiment, focus.withHover(null), view, scroll, changed, span, image, reveal);
    }

    /** An axis with another row or column first. */
    public ViewState withScroll(String axis, int first) {
        Map<String, Integer> changed = new HashMap<>(scroll);
        changed.put(axis, Math.max(0, first));
        return new ViewState(content, experiment, focus, view, changed, variants, span, image, reveal, explanation);
    }

    private int first(String axis) {
        return scroll.getOrDefault(axis, 0);
    }

    /** Returns this state with so many words of the heat map, fewer than there are for a zoom; the cell pointed at stays where it is. */
    public ViewState zoomed(int wanted, int row, int col) {
        int before = Math.min(span, words());
        int after = Math.max(8, Math.min(words(), wanted == before ? before + 1 : wanted));
        double share = after / (double) before;
        return withSpan(after >= words() ? Integer.MAX_VALUE : after)
                .withScroll(MAP_QUERIES, (int) (row - (row - first(MAP_QUERIES)) * share))
                .withScroll(MAP_KEYS, (int) (col - (col - first(MAP_KEYS)) * share));
    }

    /** A zoomed heat map moved by so many rows and columns. */
    public ViewState panned(int down, int right) {
        int width = Math.min(span, words());
        int lastRow = Math.max(0, weights().from().size() - width);
        int lastCol = Math.max(0, weights().to().size() - width);
        return withScroll(MAP_QUERIES, Math.min(lastRow, first(MAP_QUERIES) + down))
                .withScroll(MAP_KEYS, Math.min(lastCol, first(MAP_KEYS) + right));
    }

    /** An axis moved by so many rows or columns, at most so that {@code last} comes first. */
    public ViewState scrolled(String axis, int by, int last) {
        return by == 0 ? this : withScroll(axis, Math.min(last, first(axis) + by));
    }

    public ViewState unscrolled() {
        return new ViewState(
                content, experiment, focus, view, Map.of(), variants, Integer.MAX_VALUE, image, reveal, explanation);
    }
}
