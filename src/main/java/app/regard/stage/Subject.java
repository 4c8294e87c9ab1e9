package app.regard.stage;

import app.regard.draw.Bitmap;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Origin;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The subject of an export, what is taken away: weights, the trace where there is one, and what is said of them.
 *
 * @param title the sentence
 * @param about where the numbers come from, for a caption: head, table, seed, options
 * @param image the image whose patches the tokens are, where there is one
 * @param content what marks the numbers that are the reader's own, or other than before, if anything does
 */
public record Subject(
        Weights weights,
        Optional<Trace> trace,
        String title,
        String about,
        Optional<Bitmap> image,
        Optional<Content> content) {
    /** Numbers without an image, of which none is marked. */
    public Subject(Weights weights, Optional<Trace> trace, String title, String about) {
        this(weights, trace, title, about, Optional.empty(), Optional.empty());
    }

    /** The same with an image under its patches. */
    public Subject over(Optional<Bitmap> other) {
        return new Subject(weights, trace, title, about, other, content);
    }

    /** The weights that they are compared with cell by cell, or null. */
    public @Nullable Weights before() {
        return content.flatMap(Content::weightsBefore).orElse(null);
    }

    /** A trace of an experiment. */
    public static Subject of(Trace t, Experiment e) {
        String title = e.keyText() == null ? e.text() : e.text() + " → " + e.keyText();
        return new Subject(t.weights(), Optional.of(t), title, whatIf(t.in()));
    }

    /** The trace, where a picture cannot do without. */
    public Trace needed() {
        String made = weights.origin() == Origin.DERIVED ? "made from those of heads" : "computed elsewhere";
        return trace.orElseThrow(() -> new Refusal("These weights were " + made + ": there are no stages before "
                + "them to show. Choose the heat map, the arcs or the bars."));
    }

    private static String whatIf(Inputs in) {
        return about(in) + (Texts.whatIf(in) ? " · what-if: the model was trained without " + changes(in) : "");
    }

    private static String changes(Inputs in) {
        List<String> changes = new ArrayList<>();
        if (in.mask().chosen()) {
            changes.add(in.mask().own() ? "this mask" : "a mask");
        }
        if (in.temperature() != 1) {
            changes.add("a temperature");
        }
        if (!in.scaled()) {
            changes.add("leaving ÷√dₖ out");
        }
        return String.join(" or ", changes);
    }

    /** What is said of numbers that were changed by hand in a trained head: later layers go on reading what the model computed. */
    static String whose(Inputs in) {
        return in.learned() ? ", of this head alone" : "";
    }

    /** The options that are not at their usual values, and the head with its origin. */
    public static String about(Inputs in) {
        List<String> said = new ArrayList<>();
        said.add("Head: " + in.head().name() + " (" + in.head().origin() + ")");
        said.add(in.from().origin());
        Mask mask = in.mask();
        if (mask.kind() != Mask.Kind.NONE) {
            said.add("mask: " + mask.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + (mask.near() ? " " + mask.radius() : "")
                    + (mask.own() && !mask.chosen() ? ", the model’s own" : ""));
        }
        if (in.positions().on()) {
            said.add("positions × " + in.positions().strength());
        }
        if (in.temperature() != 1) {
            said.add("temperature " + in.temperature());
        }
        if (!in.scaled()) {
            said.add("scores not divided by √dₖ");
        }
        if (!in.changes().edits().isEmpty()) {
            said.add(in.changes().caption() + whose(in));
        }
        return String.join(" · ", said);
    }
}
