package app.regard.ui;

import app.regard.trace.Grid;
import app.regard.trace.Inputs;
import app.regard.trace.Projection;
import app.regard.trace.Trace;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.Pieces;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** What the numbers must be: the textbook's loops over X and the head of a trace, sharing no code with the program. */
public final class Truth {
    private Truth() {}

    /** The vectors published for "bank of the river". */
    static final double[][] RIVER = {{0, 0, 0, 1.72}, {0.44, 0, 1.84, 0.27}, {2.3, 0, 0, 0.31}, {0, 0.14, 0.42, 1.79}};

    /** The weights published for "bank of the river". */
    static final String[][] RIVER_WEIGHTS = {
        {"0.38", "0.11", "0.11", "0.40"},
        {"0.11", "0.56", "0.16", "0.17"},
        {"0.07", "0.09", "0.77", "0.07"},
        {"0.35", "0.14", "0.10", "0.41"}
    };

    /** All weights of a self-attention trace. */
    public static double[][] weights(Trace t) {
        Inputs in = t.in();
        int n = in.from().words().size();
        double[][] h = new double[n][in.head().dModel()];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < h[i].length; d++) {
                double angle = i / Math.pow(10_000, (d - d % 2) / (double) h[i].length);
                double p = d % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
                h[i][d] = in.from().x().at(i, d) + in.positions().strength() * p;
            }
        }
        double[][] q = projected(h, in.head().q());
        double[][] k = projected(h, in.head().k());
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean seen =
                        switch (in.mask().kind()) {
                            case NONE -> true;
                            case CAUSAL -> j <= i;
                            case LOCAL -> Math.abs(i - j) <= in.mask().radius();
                            case LOCAL_CAUSAL -> j <= i && i - j <= in.mask().radius();
                        };
                a[i][j] =
                        seen ? dot(q[i], k[j]) / (Math.sqrt(k[j].length) * in.temperature()) : Double.NEGATIVE_INFINITY;
            }
            a[i] = softmax(a[i]);
        }
        return a;
    }

    public static double[] softmax(double[] scores) {
        double max = Double.NEGATIVE_INFINITY;
        for (double s : scores) {
            max = Math.max(max, s);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int j = 0; j < scores.length; j++) {
            shares[j] = Math.exp(scores[j] - max);
            sum += shares[j];
        }
        for (int j = 0; j < scores.length; j++) {
            shares[j] /= sum;
        }
        return shares;
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    /** A number as it is read on the screen. */
    public static String shown(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    public static String percent(double share) {
        return shown(share * 100, 1) + "%";
    }

    public static double[] column(double[][] a, int j) {
        double[] column = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            column[i] = a[i][j];
        }
        return column;
    }

    public static double[] row(Grid grid, int i) {
        double[] row = new double[grid.cols()];
        for (int j = 0; j < row.length; j++) {
            row[j] = grid.at(i, j);
        }
        return row;
    }

    /**
     * How far a word moves from its own input, how alike it is to another, and, where there are other pairs, how alike those
     * are on average: in the input and after each layer. Words that are written alike, and what has no letter, make no pair.
     */
    public static List<double[]> alike(ForwardPass here, String word, ForwardPass there, String other) {
        List<Pieces.Word> xs = words(here);
        List<Pieces.Word> ys = words(there);
        int x = place(xs, word);
        int y = place(ys, other);
        int places = here.layers() + 1;
        double[] moved = new double[places];
        double[] apart = new double[places];
        double[] usual = new double[places];
        int pairs = 0;
        for (int place = 0; place < places; place++) {
            double[] now = mean(here, place, xs.get(x));
            moved[place] = cosine(now, mean(here, 0, xs.get(x)));
            apart[place] = cosine(now, mean(there, place, ys.get(y)));
            pairs = 0;
            for (int i = 0; i < xs.size(); i++) {
                for (int j = 0; j < ys.size(); j++) {
                    boolean one = here.pieces().text().equals(there.pieces().text());
                    boolean asked = (i == x && j == y) || (one && ((i == y && j == x) || j <= i));
                    boolean lettered = lettered(xs.get(i)) && lettered(ys.get(j));
                    if (!asked
                            && lettered
                            && !xs.get(i).text().equalsIgnoreCase(ys.get(j).text())) {
                        usual[place] += cosine(mean(here, place, xs.get(i)), mean(there, place, ys.get(j)));
                        pairs++;
                    }
                }
            }
            usual[place] /= pairs;
        }
        return pairs == 0 ? List.of(moved, apart) : List.of(moved, apart, usual);
    }

    private static List<Pieces.Word> words(ForwardPass passed) {
        return passed.pieces().words().stream().filter(w -> !w.special()).toList();
    }

    private static int place(List<Pieces.Word> words, String word) {
        return words.stream()
                .map(w -> w.text().toLowerCase(Locale.ROOT))
                .toList()
                .indexOf(word.toLowerCase(Locale.ROOT));
    }

    private static boolean lettered(Pieces.Word word) {
        return word.text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static double[] mean(ForwardPass passed, int place, Pieces.Word word) {
        Grid input = passed.input(place);
        double[] mean = new double[input.cols()];
        for (int d = 0; d < mean.length; d++) {
            for (int i = word.from(); i < word.to(); i++) {
                mean[d] += input.at(i, d) / (word.to() - word.from());
            }
        }
        return mean;
    }

    private static double cosine(double[] x, double[] y) {
        return dot(x, y) / (Math.sqrt(dot(x, x)) * Math.sqrt(dot(y, y)));
    }

    private static double[][] projected(double[][] h, Projection by) {
        double[][] out = new double[h.length][by.w().cols()];
        for (int i = 0; i < h.length; i++) {
            for (int c = 0; c < out[i].length; c++) {
                out[i][c] = by.biased() ? by.b().at(0, c) : 0;
                for (int d = 0; d < h[i].length; d++) {
                    out[i][c] += h[i][d] * by.w().at(d, c);
                }
            }
        }
        return out;
    }
}
