package app.regard.cli;

import app.regard.model.Derived;
import app.regard.model.Pieces;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is made of several heads' weights, or of one's, as options. */
final class DerivedOptions {
    @Option(
            names = "--average",
            paramLabel = "WHAT",
            description = "The average of the heads of --layer N (heads), of head N of all layers (layers), or of all.")
    private @Nullable String average;

    @Option(
            names = "--rollout",
            description = "Attention rollout over all layers (Abnar & Zuidema 2020): ½A + ½I, heads averaged.")
    private boolean rollout;

    @Option(names = "--merge", description = "Word pieces merged to words: rows averaged, columns summed.")
    private boolean merge;

    @Option(names = "--hide-special", description = "Leaves [CLS], [SEP] and the like out of the picture.")
    private boolean hide;

    @Option(names = "--rescale", description = "What --hide-special leaves of each row is made to sum to 1 again.")
    private boolean rescale;

    /** What an average runs over. */
    private enum Over {
        /** The heads of one layer. */
        HEADS,
        /** One head's number in every layer. */
        LAYERS,
        /** Everything. */
        ALL
    }

    /** Weights with what a caption says of them. */
    record Made(Weights weights, String about) {}

    /** Whether weights of several heads become one. */
    boolean combines() {
        return average != null || rollout;
    }

    /** Whether one matrix of weights is changed. */
    boolean changes() {
        return merge || hide || rescale;
    }

    /** @throws Refusal if the options do not go together */
    void check(boolean fromFile) {
        if (merge && fromFile) {
            throw new Refusal("--merge needs --model minilm: a file does not say which pieces make up a word.");
        }
        if (average != null && rollout) {
            throw new Refusal("--average and --rollout exclude each other: choose one of the two.");
        }
        if (rescale && !hide) {
            throw new Refusal("--rescale belongs to --hide-special: it shares out what the hidden tokens had.");
        }
        if (average != null) {
            Look.one("--average", average, Over.values());
        }
    }

    /** The average or the rollout. */
    Made combined(Heads heads, OptionalInt layer, OptionalInt head) {
        String whose = " · " + heads.origin();
        if (rollout) {
            return new Made(
                    Derived.rollout(heads.averages()),
                    "derived: attention rollout over " + heads.layers() + " layers, not the weights of any head"
                            + whose);
        }
        return switch (Look.one("--average", String.valueOf(average), Over.values())) {
            case HEADS -> {
                int at = one("--average heads", "--layer", layer, heads.layers());
                yield new Made(
                        heads.averageOf(at),
                        "derived: average of the " + heads.heads() + " heads of layer " + at
                                + ", not the weights of any head" + whose);
            }
            case LAYERS -> {
                int at = one("--average layers", "--head", head, heads.heads());
                yield new Made(
                        heads.averageOver(at),
                        "derived: average of head " + at + " over " + heads.layers()
                                + " layers, not the weights of any head" + whose);
            }
            case ALL ->
                new Made(
                        Derived.average(heads.averages()),
                        "derived: average of all " + heads.layers() * heads.heads()
                                + " heads, not the weights of any head" + whose);
        };
    }

    private static int one(String option, String needs, OptionalInt given, int count) {
        int at = given.orElse(-1);
        if (at < 0 || at >= count) {
            throw new Refusal(option + " needs " + needs + " 0 to " + (count - 1) + ".");
        }
        return at;
    }

    /** The weights merged and without special tokens, as far as that is asked for. */
    Made changed(Made plain, Heads heads) {
        Weights w = plain.weights();
        List<String> said = new ArrayList<>(List.of(plain.about()));
        if (merge) {
            List<Pieces.Word> words = heads.pieces().orElseThrow().words();
            w = Derived.merged(w, words);
            said.add("derived: word pieces merged to words (rows averaged, columns summed)");
            return hide ? hidden(w, i -> words.get(i).special(), said) : new Made(w, String.join(" · ", said));
        }
        List<String> tokens = w.from().words();
        return hide ? hidden(w, i -> heads.special(tokens, i), said) : plain;
    }

    private Made hidden(Weights w, IntPredicate special, List<String> said) {
        if (w.a().rows() != w.a().cols()) {
            throw new Refusal("--hide-special needs as many tokens that answer as ask.");
        }
        List<Integer> kept = IntStream.range(0, w.a().rows())
                .filter(i -> !special.test(i))
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            throw new Refusal("--hide-special leaves nothing: all tokens are special ones.");
        }
        said.add("derived: special tokens hidden, the rest " + (rescale ? "rescaled to sum to 1" : "as it is"));
        return new Made(Derived.without(w, kept, rescale), String.join(" · ", said));
    }
}
