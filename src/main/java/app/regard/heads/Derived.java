package app.regard.heads;

import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Sentence;
import app.regard.trace.Token;
import app.regard.trace.Weights;
import app.regard.transformer.Pieces;
import java.util.List;
import java.util.function.IntFunction;

/** Weights made from weights: averages, rollout, pieces merged to words, special tokens hidden. None was computed by a head. */
public final class Derived {
    private Derived() {}

    /**
     * The average of several heads' weights, cell by cell; rows that sum to 1 still do. They are asked for one after the
     * other, so that they need not be in memory together.
     *
     * @param each gives the weights in a place, from 0
     * @throws IllegalArgumentException if there are none, or they differ in shape
     */
    public static Weights average(int count, IntFunction<Weights> each) {
        if (count < 1) {
            throw new IllegalArgumentException("an average needs weights");
        }
        Weights first = each.apply(0);
        int n = first.a().rows();
        int m = first.a().cols();
        double[] sum = new double[n * m];
        for (int i = 0; i < count; i++) {
            Weights one = i == 0 ? first : each.apply(i);
            if (one.a().rows() != n || one.a().cols() != m) {
                throw new IllegalArgumentException("an average of " + n + " × " + m + " and "
                        + one.a().rows() + " × " + one.a().cols());
            }
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += one.a().at(cell / m, cell % m) / count;
            }
        }
        return derived(first.from(), first.to(), Matrix.of(n, m, sum));
    }

    /**
     * Attention rollout (Abnar & Zuidema 2020): how much of each token of the text is left in each token after all
     * layers, if attention is all that mixes them and the residual counts half: the product of ½A + ½I over the layers,
     * the last layer's first.
     *
     * @param average gives the average of a layer's heads, from layer 0 on, (n, n), on pieces before any merging
     * @throws IllegalArgumentException if there are none
     */
    public static Weights rollout(int layers, IntFunction<Weights> average) {
        if (layers < 1) {
            throw new IllegalArgumentException("a rollout needs layers");
        }
        Weights first = average.apply(0);
        int n = first.a().rows();
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            product[i][i] = 1;
        }
        for (int l = 0; l < layers; l++) {
            Grid a = (l == 0 ? first : average.apply(l)).a();
            if (a.rows() != n || a.cols() != n) {
                throw new IllegalArgumentException(
                        "a rollout over " + n + " tokens and " + a.rows() + " × " + a.cols());
            }
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    double share = a.at(i, k) / 2 + (i == k ? 0.5 : 0);
                    for (int j = 0; j < n; j++) {
                        next[i][j] += share * product[k][j];
                    }
                }
            }
            product = next;
        }
        return derived(first.from(), first.to(), Matrix.of(product));
    }

    /**
     * Pieces merged to words (Clark et al. 2019): what goes to a word is the sum over its pieces, what comes from it the
     * average over them; so rows that sum to 1 still do.
     *
     * @param words the words that the pieces make up, in order
     */
    public static Weights merged(Weights pieces, List<Pieces.Word> words) {
        int n = pieces.a().rows();
        if (pieces.a().cols() != n
                || words.isEmpty()
                || words.get(words.size() - 1).to() != n) {
            throw new IllegalArgumentException("weights of " + n + " × "
                    + pieces.a().cols() + " are not those of the " + words.size() + " words' pieces");
        }
        Matrix a = Matrix.fill(words.size(), words.size(), (i, j) -> {
            Pieces.Word asks = words.get(i);
            Pieces.Word answers = words.get(j);
            double sum = 0;
            for (int row = asks.from(); row < asks.to(); row++) {
                for (int col = answers.from(); col < answers.to(); col++) {
                    sum += pieces.a().at(row, col);
                }
            }
            return sum / (asks.to() - asks.from());
        });
        List<Token> tokens = words.stream().map(w -> Token.of(w.text())).toList();
        Sentence sentence = new Sentence(tokens, pieces.from().left());
        return derived(sentence, sentence, a);
    }

    /**
     * The weights without some tokens.
     *
     * @param kept the places that stay, in order
     * @param rescaled whether what is left of each row is made to sum to 1 again; a row that keeps nothing stays 0
     */
    public static Weights without(Weights all, List<Integer> kept, boolean rescaled) {
        Matrix a = Matrix.fill(kept.size(), kept.size(), (i, j) -> all.a().at(kept.get(i), kept.get(j)));
        Matrix shown = a;
        if (rescaled) {
            double[] sums = new double[kept.size()];
            for (int i = 0; i < sums.length; i++) {
                for (double share : a.row(i)) {
                    sums[i] += share;
                }
            }
            shown = Matrix.fill(sums.length, sums.length, (i, j) -> sums[i] == 0 ? 0 : a.at(i, j) / sums[i]);
        }
        return derived(part(all.from(), kept), part(all.to(), kept), shown);
    }

    private static Sentence part(Sentence sentence, List<Integer> kept) {
        return new Sentence(kept.stream().map(sentence.tokens()::get).toList(), sentence.left());
    }

    private static Weights derived(Sentence from, Sentence to, Matrix a) {
        return new Weights(from, to, a, Origin.DERIVED);
    }
}
