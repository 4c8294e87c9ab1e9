package app.regard.heads;

import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import app.regard.transformer.MiniLm;
import app.regard.transformer.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What is made of heads' weights before they are shown: first several heads' become one matrix, then pieces are merged,
 * then special tokens leave. Whatever is made is called derived, for no head has these weights.
 *
 * @param merge whether word pieces become words
 */
public record Reading(Combine combine, boolean merge, Special special) {
    /** One head, as it is. */
    public static final Reading PLAIN = new Reading(Combine.ONE_HEAD, false, Special.SHOWN);

    /** Whose weights become one matrix. */
    public enum Combine {
        /** One head's: nothing is combined. */
        ONE_HEAD,
        /** The average of the heads of a layer. */
        HEADS,
        /** The average of the heads that stand in one place of every layer. */
        LAYERS,
        /** The average of all heads. */
        ALL,
        /** Attention rollout over all layers (Abnar & Zuidema 2020). */
        ROLLOUT
    }

    /** What becomes of the tokens that the model added. */
    public enum Special {
        /** They stay. */
        SHOWN,
        /** They are left out, and the rest is as it was: rows no longer sum to 1. */
        HIDDEN,
        /** They are left out, and the rest of each row is made to sum to 1 again. */
        RESCALED
    }

    /**
     * Weights with what a caption says of them.
     *
     * @param about whose weights they are and what was done with them, without a full stop
     * @param tokens for each row, the place of its first token before anything was merged or hidden
     */
    public record Made(Weights weights, String about, List<Integer> tokens) {
        public Made {
            tokens = List.copyOf(tokens);
        }

        /** Weights whose rows are the tokens. */
        public Made(Weights weights, String about) {
            this(weights, about, IntStream.range(0, weights.a().rows()).boxed().toList());
        }
    }

    /** Whether weights of several heads become one. */
    public boolean combines() {
        return combine != Combine.ONE_HEAD;
    }

    /** Whether one matrix of weights is changed. */
    public boolean changes() {
        return merge || special != Special.SHOWN;
    }

    /** Whether the weights are those of a head, untouched. */
    public boolean plain() {
        return !combines() && !changes();
    }

    /** Another choice of heads, the rest as it was. */
    public Reading with(Combine other) {
        return new Reading(other, merge, special);
    }

    /** Word pieces merged or not, the rest as it was. */
    public Reading withMerge(boolean merged) {
        return new Reading(combine, merged, special);
    }

    /** Another fate of special tokens, the rest as it was. */
    public Reading with(Special other) {
        return new Reading(combine, merge, other);
    }

    /**
     * One head's weights, or what several heads' become.
     *
     * @param layer which layer, as far as that matters
     * @param head which head, as far as that matters
     * @throws Refusal if the weights do not allow it
     */
    public Made combined(Heads heads, int layer, int head) {
        return switch (combine) {
            case ONE_HEAD -> new Made(heads.weights(layer, head), heads.about(layer, head));
            case HEADS -> derived(heads.averageOf(layer), heads, layer, head);
            case LAYERS -> derived(heads.averageOver(head), heads, layer, head);
            case ALL -> derived(heads.average(), heads, layer, head);
            case ROLLOUT -> derived(heads.rollout(), heads, layer, head);
        };
    }

    private Made derived(Weights weights, Heads heads, int layer, int head) {
        String not = single(heads) ? "" : ", not the weights of any head";
        return new Made(weights, "derived: " + what(heads, layer, head) + not + " · " + heads.origin());
    }

    /** Whether this is the average of one head, which is that head's weights. */
    public boolean single(Heads heads) {
        return switch (combine) {
            case HEADS -> heads.heads() == 1;
            case LAYERS -> heads.layers() == 1;
            case ALL -> heads.layers() * heads.heads() == 1;
            default -> false;
        };
    }

    /** What is combined, or which head it is, as a noun: "average of the 12 heads of layer 3". */
    public String what(Heads heads, int layer, int head) {
        if (single(heads)) {
            return "average of one head, "
                    + MiniLm.name(combine == Combine.HEADS ? layer : 0, combine == Combine.LAYERS ? head : 0);
        }
        return switch (combine) {
            case ONE_HEAD -> heads.layers() * heads.heads() == 1 ? "the file’s only head" : MiniLm.name(layer, head);
            case HEADS -> "average of the " + heads.heads() + " heads of layer " + layer;
            case LAYERS -> "average of head " + head + " over " + heads.layers() + " layers";
            case ALL -> "average of all " + heads.layers() * heads.heads() + " heads";
            case ROLLOUT -> "attention rollout over " + heads.layers() + (heads.layers() == 1 ? " layer" : " layers");
        };
    }

    /**
     * Weights merged and without special tokens, as far as that is chosen.
     *
     * @param plain weights on the tokens of these heads
     * @throws Refusal if nothing would be left, or the weights do not allow it
     */
    public Made changed(Made plain, Heads heads) {
        Weights w = plain.weights();
        List<String> said = new ArrayList<>(List.of(plain.about()));
        if (merge) {
            List<Pieces.Word> words = heads.pieces()
                    .orElseThrow(() -> new Refusal("Which pieces make up a word is not known of these tokens."))
                    .words();
            w = Derived.merged(w, words);
            said.add("derived: word pieces merged to words (rows averaged, columns summed)");
            List<Integer> first = words.stream().map(Pieces.Word::from).toList();
            Made merged = new Made(w, String.join(" · ", said), first);
            return special == Special.SHOWN
                    ? merged
                    : hidden(merged, i -> words.get(i).special(), said);
        }
        List<String> tokens = w.from().words();
        return special == Special.SHOWN ? plain : hidden(plain, i -> heads.special(tokens, i), said);
    }

    private Made hidden(Made all, IntPredicate added, List<String> said) {
        Weights w = all.weights();
        if (!w.self()) {
            throw new Refusal("Hiding special tokens needs the same tokens to ask and to answer.");
        }
        List<Integer> kept = IntStream.range(0, w.a().rows())
                .filter(i -> !added.test(i))
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            throw new Refusal("Without special tokens nothing is left: all tokens are special ones.");
        }
        boolean rescaled = special == Special.RESCALED;
        Weights left = Derived.without(w, kept, rescaled);
        String rest =
                kept.size() == w.a().rows() ? "no special tokens to hide, all" : "special tokens hidden, the rest";
        said.add("derived: " + rest + (rescaled ? " rescaled to sum to 1" : " as it is")
                + (rescaled && left.empty() ? ", but for rows of which nothing is left" : ""));
        return new Made(
                left,
                String.join(" · ", said),
                kept.stream().map(all.tokens()::get).toList());
    }
}
