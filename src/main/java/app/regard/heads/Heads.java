package app.regard.heads;

import app.regard.trace.HeadId;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The weights of every head of one sentence, of a trained model or out of a file.
 *
 * @param of reads one of them
 * @param title the sentence, or what the file is called
 * @param origin whose heads they are, as the beginning of a caption
 * @param pieces the word pieces, where it is known which of them make up a word
 */
public record Heads(int layers, int heads, Reader of, String title, String origin, Optional<Pieces> pieces) {
    /** A rollout of more multiplications than this is nothing to wait for. */
    private static final long MOST_PRODUCTS = 20_000_000_000L;

    /** The weights of a head, both counted from 0. */
    @FunctionalInterface
    public interface Reader {
        Weights read(int layer, int head);
    }

    /** All heads of a trained model on a text. */
    public static Heads of(ForwardPass passed) {
        return new Heads(
                passed.layers(),
                passed.heads(),
                passed::weights,
                passed.pieces().text(),
                passed.model().name() + ", learned",
                Optional.of(passed.pieces()));
    }

    /** The weights of a head, both counted from 0. */
    public Weights weights(int layer, int head) {
        return of.read(layer, head);
    }

    /**
     * Returns these heads, whose reading can be called off between one and the next.
     *
     * @param before is run before each is read, and may throw
     */
    public Heads each(Runnable before) {
        Reader checked = (layer, head) -> {
            before.run();
            return of.read(layer, head);
        };
        return new Heads(layers, heads, checked, title, origin, pieces);
    }

    /** The average of a layer's heads. */
    public Weights averageOf(int layer) {
        return Derived.average(heads, head -> weights(layer, head));
    }

    /** The average of the heads that stand in one place of every layer. */
    public Weights averageOver(int head) {
        return Derived.average(layers, layer -> weights(layer, head));
    }

    /** The average of all heads. */
    public Weights average() {
        return Derived.average(layers, this::averageOf);
    }

    /**
     * Attention rollout over all layers.
     *
     * @throws Refusal if queries and keys are not the same tokens, or it would take minutes
     */
    public Weights rollout() {
        return Derived.rollout(layers, layer -> {
            Weights average = averageOf(layer);
            if (!average.self()) {
                throw new Refusal(
                        "A rollout needs the same tokens to ask and to answer: what a layer gives is what the "
                                + "next one reads.");
            }
            for (int i = 0; i < average.a().rows(); i++) {
                if (average.blank(i)) {
                    throw new Refusal("A rollout needs numbers in every row; row " + (i + 1) + " of layer " + layer
                            + " holds none.");
                }
            }
            long n = average.a().rows();
            if (n * n * n * layers > MOST_PRODUCTS) {
                throw new Refusal("A rollout over " + n + " tokens and " + layers
                        + " layers would take minutes. Choose " + "an average, or a file of fewer tokens.");
            }
            return average;
        });
    }

    /** Which head it is and whose, as a caption; where there is only one, just whose. */
    public String about(int layer, int head) {
        return (layers == 1 && heads == 1 ? "" : new HeadId(layer, head).text() + ", ") + origin;
    }

    /** Whether a token is one that the model added. */
    public boolean special(List<String> words, int i) {
        return pieces.map(p -> p.get(i).special()).orElseGet(() -> SpecialTokens.is(words.get(i)));
    }

    /** The words that some tokens make up, where it is known: of the trained model, or by a tokenizer's marks. */
    public Optional<List<Pieces.Word>> words(List<String> tokens) {
        return pieces.map(Pieces::words).or(() -> TokenMarks.of(tokens).map(TokenMarks::words));
    }

    /**
     * Measures what every head does, layer by layer; tokens that the model added are looked at but do not count as queries.
     *
     * @throws Refusal if queries and keys are not the same tokens
     */
    public List<Measures.Does> does() {
        List<Measures.Does> all = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < heads; head++) {
                Weights w = weights(layer, head);
                if (!w.self()) {
                    throw new Refusal("What heads do is told where the tokens that ask also answer; here "
                            + w.a().rows() + " ask and " + w.a().cols()
                            + (w.a().rows() == w.a().cols() ? " others" : "")
                            + " answer.");
                }
                List<String> words = w.from().words();
                all.add(Measures.of(new HeadId(layer, head), w.a(), words, i -> !special(words, i) && !w.blank(i)));
            }
        }
        return all;
    }
}
