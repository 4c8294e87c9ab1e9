package app.regard.lab.measure;

import app.regard.draw.chart.Bins;
import app.regard.engine.Softmax;
import app.regard.trace.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Scores of many queries with n keys each, of one d_k: how they are distributed, and how the rows spread with and without √d_k.
 *
 * @param expectedRaw the entropy of rows of normal scores with the variance that theory gives, in nats
 * @param expectedScaled the same where that variance is 1
 */
record ScoreSample(
        int dk,
        long count,
        double sum,
        double squares,
        Counts rawCounts,
        Counts scaledCounts,
        RowSpread raw,
        RowSpread scaled,
        double expectedRaw,
        double expectedScaled) {
    private static final int THEORY_ROWS = 5000;
    private static final double REACH = 3.5;

    double mean() {
        return sum / count;
    }

    double variance() {
        return squares / count - mean() * mean();
    }

    /** Numbers counted in bins; what lies beyond the last one counts there. */
    static final class Counts {
        private final Bins bins;
        private final long[] counts;
        private long all;

        Counts(Bins bins) {
            this.bins = bins;
            counts = new long[bins.count()];
        }

        /** Bins of a width from −reach to reach, so that two histograms have one axis. */
        static Counts within(double reach, double width) {
            int half = (int) Math.ceil(reach / width);
            return new Counts(new Bins(-half, width, 2 * half));
        }

        void add(double value) {
            int bin = (int) Math.floor((value - bins.edge(0)) / bins.width());
            counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
            all++;
        }

        Bins bins() {
            return bins;
        }

        List<Double> shares() {
            List<Double> shares = new ArrayList<>();
            for (long c : counts) {
                shares.add((double) c / all);
            }
            return shares;
        }
    }

    /** The same for several d_k, of one draw: the first d_k numbers of every vector are those of the smaller ones. */
    static List<ScoreSample> drawn(List<Integer> sizes, int n, int rows, long seed, Progress progress) {
        RandomGenerator random = new SplittableRandom(seed);
        int longest = sizes.get(sizes.size() - 1);
        List<Gathering> all =
                sizes.stream().map(dk -> new Gathering(dk, n, Math.sqrt(dk))).toList();
        double[] q = new double[longest];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < longest; c++) {
                q[c] = random.nextGaussian();
            }
            for (int key = 0; key < n; key++) {
                double score = 0;
                int c = 0;
                for (Gathering one : all) {
                    for (; c < one.dk; c++) {
                        score += q[c] * random.nextGaussian();
                    }
                    one.score(key, score);
                }
            }
            all.forEach(Gathering::row);
            if (row % 100 == 0) {
                progress.at((double) row / rows);
            }
        }
        return all.stream()
                .map(one -> one.sample(expected(Math.sqrt(one.dk), n), expected(1, n)))
                .toList();
    }

    /** The same of vectors of a table: each query meets n keys of other words, and all pairs of different words are counted. */
    static ScoreSample of(double[][] x, int n, int rows, long seed, Progress progress) {
        RandomGenerator random = new SplittableRandom(seed);
        int dk = x[0].length;
        Gathering all = new Gathering(dk, n, Math.sqrt(dk));
        for (int row = 0; row < rows; row++) {
            int query = random.nextInt(x.length);
            for (int key = 0; key < n; key++) {
                int other = (query + 1 + random.nextInt(x.length - 1)) % x.length;
                all.scores[key] = dot(x[query], x[other]);
            }
            all.row();
            progress.check();
        }
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (i != j) {
                    all.count(dot(x[i], x[j]));
                }
            }
        }
        return all.sample(expected(Math.sqrt(dk), n), expected(1, n));
    }

    private static double dot(double[] a, double[] b) {
        double dot = 0;
        for (int c = 0; c < a.length; c++) {
            dot += a[c] * b[c];
        }
        return dot;
    }

    /** The mean entropy of rows of n normal scores with a standard deviation, from a draw of its own. */
    private static double expected(double deviation, int n) {
        RandomGenerator random = new SplittableRandom(1);
        double[] row = new double[n];
        double sum = 0;
        for (int r = 0; r < THEORY_ROWS; r++) {
            for (int j = 0; j < n; j++) {
                row[j] = deviation * random.nextGaussian();
            }
            Softmax.apply(row, n);
            sum += Softmax.entropy(row);
        }
        return sum / THEORY_ROWS;
    }

    /** The sums of one d_k while scores come in. */
    private static final class Gathering {
        private final int dk;
        private final double root;
        private final double[] scores;
        private final RowSpread raw = new RowSpread();
        private final RowSpread scaled = new RowSpread();
        private final Counts rawCounts;
        private final Counts scaledCounts;
        private long count;
        private double sum;
        private double squares;

        Gathering(int dk, int n, double root) {
            this.dk = dk;
            this.root = root;
            scores = new double[n];
            double width = Math.max(1, Math.scalb(1.0, Math.getExponent(root))) / 4;
            rawCounts = Counts.within(REACH * root, width);
            scaledCounts = Counts.within(REACH * root, Math.max(0.25, width / 4));
        }

        void score(int key, double score) {
            scores[key] = score;
            count(score);
        }

        void count(double score) {
            count++;
            sum += score;
            squares += score * score;
            rawCounts.add(score);
            scaledCounts.add(score / root);
        }

        void row() {
            double[] divided = scores.clone();
            for (int j = 0; j < divided.length; j++) {
                divided[j] /= root;
            }
            raw.add(scores);
            scaled.add(divided);
        }

        ScoreSample sample(double expectedRaw, double expectedScaled) {
            return new ScoreSample(
                    dk, count, sum, squares, rawCounts, scaledCounts, raw, scaled, expectedRaw, expectedScaled);
        }
    }
}
