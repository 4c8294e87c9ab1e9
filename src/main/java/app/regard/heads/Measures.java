package app.regard.heads;

import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The measures of what heads do: for each the average over its queries of the weight that goes to a certain place. */
public final class Measures {
    private Measures() {}

    /**
     * The measures of one head. Each number is an average over those queries for which there is such a place; 0 where there is
     * none.
     *
     * @param head whose numbers these are
     * @param self the weight on the query itself
     * @param previous on the token before it
     * @param next on the token after it
     * @param first on the first token, [CLS] where the model has one
     * @param last on the last token, [SEP] where the model has one
     * @param same on other places where the same token stands
     * @param spread how evenly the weight is shared out: the entropy of a row, made to sum to 1 where it does not, over that
     *     of an even row, 0 to 1
     */
    public record Does(
            HeadId head,
            double self,
            double previous,
            double next,
            double first,
            double last,
            double same,
            double spread) {}

    /**
     * Measures what one head does.
     *
     * @param a its weights, (n, n)
     * @param words the n tokens
     * @param asks which of them count as queries
     */
    public static Does of(HeadId head, Grid a, List<String> words, IntPredicate asks) {
        ToDoubleFunction<Measure> mean = what -> {
            double[] each = each(what, a, words, asks);
            double sum = 0;
            for (double value : each) {
                sum += value;
            }
            return each.length == 0 ? 0 : sum / each.length;
        };
        return new Does(
                head,
                mean.applyAsDouble(Measure.SELF),
                mean.applyAsDouble(Measure.PREVIOUS),
                mean.applyAsDouble(Measure.NEXT),
                mean.applyAsDouble(Measure.CLS),
                mean.applyAsDouble(Measure.SEP),
                mean.applyAsDouble(Measure.SAME),
                Math.max(0, Math.min(1, mean.applyAsDouble(Measure.SPREAD))));
    }

    /**
     * The numbers that a measure is the average of: one for each query for which there is such a place.
     *
     * @param a the head's weights, (n, n)
     * @param words the n tokens
     * @param asks which of them count as queries
     */
    public static double[] each(Measure what, Grid a, List<String> words, IntPredicate asks) {
        int n = a.rows();
        if (a.cols() != n || words.size() != n) {
            throw new IllegalArgumentException(
                    "weights of " + n + " × " + a.cols() + " for " + words.size() + " tokens: all three must agree");
        }
        int[] kinds = what == Measure.SAME ? kinds(words) : new int[0];
        return IntStream.range(0, n)
                .filter(asks)
                .mapToObj(i -> switch (what) {
                    case SELF -> OptionalDouble.of(a.at(i, i));
                    case PREVIOUS -> i > 0 ? OptionalDouble.of(a.at(i, i - 1)) : OptionalDouble.empty();
                    case NEXT -> i + 1 < n ? OptionalDouble.of(a.at(i, i + 1)) : OptionalDouble.empty();
                    case CLS -> OptionalDouble.of(a.at(i, 0));
                    case SEP -> OptionalDouble.of(a.at(i, n - 1));
                    case SAME -> same(a, kinds, i);
                    case SPREAD -> n > 1 ? OptionalDouble.of(spread(a, i)) : OptionalDouble.empty();
                })
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }

    /** The weight on other places where the token of a row stands, if there are such. */
    private static OptionalDouble same(Grid a, int[] kinds, int i) {
        double others = 0;
        boolean repeated = false;
        for (int j = 0; j < kinds.length; j++) {
            if (j != i && kinds[j] == kinds[i]) {
                repeated = true;
                others += a.at(i, j);
            }
        }
        return repeated ? OptionalDouble.of(others) : OptionalDouble.empty();
    }

    /** The entropy of a row, made to sum to 1, over that of an even one. */
    private static double spread(Grid a, int i) {
        double sum = 0;
        double entropy = 0;
        for (int j = 0; j < a.cols(); j++) {
            double share = a.at(i, j);
            sum += share;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return sum > 0 ? (entropy / sum + Math.log(sum)) / Math.log(a.cols()) : 0; // that of share / sum
    }

    /** A number for each word, the same for the same word: numbers are compared n² times faster than texts. */
    private static int[] kinds(List<String> words) {
        Map<String, Integer> known = new HashMap<>();
        int[] kinds = new int[words.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = known.computeIfAbsent(words.get(i), word -> known.size());
        }
        return kinds;
    }
}
