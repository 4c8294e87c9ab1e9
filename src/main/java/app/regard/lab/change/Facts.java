package app.regard.lab.change;

import app.regard.lab.FactsPanel;
import app.regard.stage.Why;
import app.regard.trace.Grid;
import app.regard.trace.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The named numbers of a lab, gathered one after the other. */
final class Facts {
    private final List<FactsPanel.Fact> all = new ArrayList<>();

    Facts add(String name, double value) {
        all.add(new FactsPanel.Fact(name, value, Optional.empty()));
        return this;
    }

    Facts add(String name, double value, Why why) {
        all.add(new FactsPanel.Fact(name, value, Optional.of(why)));
        return this;
    }

    FactsPanel panel(String title) {
        return new FactsPanel("facts", title, all);
    }

    /** The largest difference of two matrices of one shape; NaN where their shapes differ. */
    static double largest(Grid a, Grid b) {
        if (a.rows() != b.rows() || a.cols() != b.cols()) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.cols(); j++) {
                largest = Math.max(largest, Math.abs(a.at(i, j) - b.at(i, j)));
            }
        }
        return largest;
    }

    /** How far two vectors lie apart. */
    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return Math.sqrt(sum);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    /** The cosine of two vectors; NaN where one of them is 0. */
    static double cosine(double[] a, double[] b) {
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    /** What stands between the commas of a setting. */
    static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    static double[] row(Grid m, int i) {
        double[] row = new double[m.cols()];
        for (int j = 0; j < row.length; j++) {
            row[j] = m.at(i, j);
        }
        return row;
    }

    /** A word as the name of a number: with its place from 1 where it is not the first of its kind. */
    static String name(Sentence words, int place) {
        String word = words.shown(place);
        return words.shown().indexOf(word) == place ? word : word + " " + (place + 1);
    }
}
