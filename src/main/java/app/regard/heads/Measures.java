package app.regard.heads;

import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

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
        int n = a.rows();
        if (a.cols() != n || words.size() != n) {
            throw new IllegalArgumentException(
                    "weights of " + n + " × " + a.cols() + " for " + words.size() + " tokens: all three must agree");
        }
        int[] kinds = kinds(words);
        Mean self = new Mean();
        Mean previous = new Mean();
        Mean next = new Mean();
        Mean first = new Mean();
        Mean last = new Mean();
        Mean same = new Mean();
        Mean spread = new Mean();
        for (int i = 0; i < n; i++) {
            if (!asks.test(i)) {
                continue;
            }
            self.add(a.at(i, i));
            first.add(a.at(i, 0));
            last.add(a.at(i, n - 1));
            if (i > 0) {
                previous.add(a.at(i, i - 1));
            }
            if (i + 1 < n) {
                next.add(a.at(i, i + 1));
            }
            double others = 0;
            boolean repeated = false;
            double sum = 0;
            double entropy = 0;
            for (int j = 0; j < n; j++) {
                double share = a.at(i, j);
                if (j != i && kinds[j] == kinds[i]) {
                    repeated = true;
                    others += share;
                }
                sum += share;
                entropy -= share > 0 ? share * Math.log(share) : 0;
            }
            if (repeated) {
                same.add(others);
            }
            if (n > 1) {
                spread.add(sum > 0 ? (entropy / sum + Math.log(sum)) / Math.log(n) : 0); // that of share / sum
            }
        }
        return new Does(
                head,
                self.value(),
                previous.value(),
                next.value(),
                first.value(),
                last.value(),
                same.value(),
                Math.max(0, Math.min(1, spread.value())));
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

    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return count == 0 ? 0 : sum / count;
        }
    }
}
