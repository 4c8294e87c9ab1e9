package app.regard.engine;

import java.util.Random;

/**
 * How a network copies texts that repeat themselves, measured on fresh ones where the next token can be known.
 *
 * @param accuracy the share of next tokens that are right, with all layers at work
 * @param withoutFirst the same with layer 0 off
 * @param withoutSecond the same with layer 1 off; where there is none, as {@code accuracy}
 * @param loss mean cross-entropy there, in nats
 * @param prefix the mean weight of the last layer on the token after the same token's last occurrence
 * @param previous the mean weight of layer 0 on the token before, everywhere
 */
public record CopyScores(
        double accuracy, double withoutFirst, double withoutSecond, double loss, double prefix, double previous) {
    private static final int TEXTS = 256;

    /** The accuracy with one layer off, or none: −1. */
    public double accuracy(int cut) {
        return cut == 0 ? withoutFirst : cut == 1 ? withoutSecond : accuracy;
    }

    /** Measures a network on texts that are drawn from a seed. */
    public static CopyScores of(TextNetwork network, long seed) {
        Sums sums = new Sums(network.shape().layers());
        Random random = new Random(seed);
        for (int b = 0; b < TEXTS; b++) {
            sums.add(network, CopyTexts.draw(random));
        }
        return sums.scores();
    }

    private static final class Sums {
        private final int layers;
        private final int[] right = new int[3]; // with all layers, without the first, without the second
        private int known;
        private int places;
        private double loss;
        private double prefix;
        private double previous;

        Sums(int layers) {
            this.layers = layers;
        }

        void add(TextNetwork network, CopyTexts.Drawn drawn) {
            AskedText text = drawn.text();
            TextNetwork.Pass pass = network.read(text);
            TextNetwork.Pass first = network.read(text, 0);
            TextNetwork.Pass second = layers > 1 ? network.read(text, 1) : pass;
            for (int t = 1; t < text.size(); t++) {
                previous += pass.weight(0, t, t - 1);
                places++;
            }
            for (int t = drawn.period(); t < text.size(); t++) {
                int answer = text.answers()[t];
                right[0] += pass.best(t) == answer ? 1 : 0;
                right[1] += first.best(t) == answer ? 1 : 0;
                right[2] += second.best(t) == answer ? 1 : 0;
                prefix += pass.weight(layers - 1, t, t - drawn.period() + 1);
                Softmax.apply(pass.logits[t], pass.logits[t].length);
                loss -= StrictMath.log(Math.max(pass.logits[t][answer], Double.MIN_NORMAL));
                known++;
            }
        }

        CopyScores scores() {
            return new CopyScores(
                    (double) right[0] / known,
                    (double) right[1] / known,
                    (double) right[2] / known,
                    loss / known,
                    prefix / known,
                    previous / places);
        }
    }
}
