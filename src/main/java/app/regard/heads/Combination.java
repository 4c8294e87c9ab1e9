package app.regard.heads;

import app.regard.trace.HeadId;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import app.regard.transformer.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A reading of some heads: what becomes of their weights.
 *
 * @param layer which layer, as far as that matters
 * @param head which head, as far as that matters
 */
public record Combination(Reading reading, Heads heads, int layer, int head) {
    /** Returns these heads, read otherwise. */
    public Combination with(Reading other) {
        return new Combination(other, heads, layer, head);
    }

    /** Returns this reading of these heads, each got in another way. */
    public Combination with(Heads other) {
        return new Combination(reading, other, layer, head);
    }

    /**
     * One head's weights, or what several heads' become.
     *
     * @throws Refusal if the weights do not allow it
     */
    public DerivedWeights combined() {
        return switch (reading.combine()) {
            case ONE_HEAD -> new DerivedWeights(heads.weights(layer, head), heads.about(layer, head));
            case HEADS -> derived(heads.averageOf(layer));
            case LAYERS -> derived(heads.averageOver(head));
            case ALL -> derived(heads.average());
            case ROLLOUT -> derived(heads.rollout());
        };
    }

    private DerivedWeights derived(Weights weights) {
        String not = single() ? "" : ", not the weights of any head";
        return new DerivedWeights(weights, "derived: " + what() + not + " · " + heads.origin());
    }

    /** Whether this is the average of one head, which is that head's weights. */
    public boolean single() {
        return switch (reading.combine()) {
            case HEADS -> heads.heads() == 1;
            case LAYERS -> heads.layers() == 1;
            case ALL -> heads.layers() * heads.heads() == 1;
            default -> false;
        };
    }

    /** Returns the name of what is combined, or of the head, as a noun: "average of the 12 heads of layer 3". */
    public String what() {
        if (single()) {
            return "average of one head, "
                    + new HeadId(
                                    reading.combine() == Reading.Combine.HEADS ? layer : 0,
                                    reading.combine() == Reading.Combine.LAYERS ? head : 0)
                            .text();
        }
        return switch (reading.combine()) {
            case ONE_HEAD ->
                heads.layers() * heads.heads() == 1 ? "the file’s only head" : new HeadId(layer, head).text();
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
    public DerivedWeights changed(DerivedWeights plain) {
        Weights w = plain.weights();
        List<String> said = new ArrayList<>(List.of(plain.about()));
        if (!reading.merge()) {
            List<String> tokens = w.from().words();
            return reading.hides() ? hidden(plain, i -> heads.special(tokens, i), said) : plain;
        }
        if (!w.self()) {
            throw new Refusal("Merging pieces needs the same tokens to ask and to answer.");
        }
        List<Pieces.Word> words = heads.words(w.from().words())
                .orElseThrow(
                        () -> new Refusal("These tokens bear no marks (Ġ, ▁, ##, @@ or </w>) that tell which of them "
                                + "make up a word: leave merging out."));
        said.add("derived: word pieces merged to words (rows averaged, columns summed)");
        DerivedWeights merged = new DerivedWeights(
                Derived.merged(w, words),
                String.join(" · ", said),
                words.stream().map(Pieces.Word::from).toList());
        return reading.hides() ? hidden(merged, i -> words.get(i).special(), said) : merged;
    }

    private DerivedWeights hidden(DerivedWeights all, IntPredicate added, List<String> said) {
        Weights w = all.weights();
        int n = w.a().rows();
        List<Integer> places = reading.places().hidden();
        if (!w.self()) {
            throw new Refusal("Hiding tokens needs the same tokens to ask and to answer.");
        }
        if (!places.isEmpty() && places.get(places.size() - 1) >= n) {
            throw new Refusal("There is no place " + (places.get(places.size() - 1) + 1)
                    + " to hide: they count from 1 to " + n + ".");
        }
        boolean special = reading.special() != Reading.Special.SHOWN;
        List<Integer> kept = IntStream.range(0, n)
                .filter(i -> !(special && added.test(i)) && !places.contains(i))
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            throw new Refusal(
                    places.isEmpty()
                            ? "Without special tokens nothing is left: all tokens are special ones."
                            : "Without what is hidden nothing is left: hide less.");
        }
        boolean rescaled = reading.rescales();
        Weights left = Derived.without(w, kept, rescaled);
        String what = places.isEmpty() ? "special tokens" : special ? "special and chosen tokens" : "chosen tokens";
        String rest = kept.size() == n ? "no special tokens to hide, all" : what + " hidden, the rest";
        said.add("derived: " + rest + (rescaled ? " rescaled to sum to 1" : " as it is")
                + (rescaled && left.empty() ? ", but for rows of which nothing is left" : ""));
        return new DerivedWeights(
                left,
                String.join(" · ", said),
                kept.stream().map(all.tokens()::get).toList());
    }
}
