package app.regard.lab.change;

import app.regard.engine.Rotary;
import app.regard.lab.TracedMoment;
import app.regard.stage.Part;
import app.regard.trace.Head;
import app.regard.trace.Matrix;
import app.regard.trace.Trace;

/**
 * Two words in two places, and what their score is made of.
 *
 * @param i the place of the word that asks, from 0
 * @param j the place of the word that answers
 * @param rotary whether queries and keys are turned by their place, instead of positions being added
 */
record PlacedPair(TracedMoment of, int i, int j, boolean rotary) {
    private Trace t() {
        return of.trace();
    }

    private double[] query() {
        double[] q = t().q().row(i);
        return rotary ? Rotary.turned(q, i) : q;
    }

    private double[] key() {
        double[] k = t().k().row(j);
        return rotary ? Rotary.turned(k, j) : k;
    }

    /** The scaled score. */
    double score() {
        return rotary ? Facts.dot(query(), key()) / t().divisor() : of.at(Part.SCALED, i, j);
    }

    /** How far turning has changed the lengths of query and key. */
    double stretched() {
        double q = Math.abs(length(query()) - length(t().q().row(i)));
        return Math.max(q, Math.abs(length(key()) - length(t().k().row(j))));
    }

    private static double length(double[] v) {
        return Math.sqrt(Facts.dot(v, v));
    }

    /** Of the scaled score what comes of the two positions alone, λp_i·W_Q and λp_j·W_K. */
    double ofPlaces() {
        return meet(place(i), place(j));
    }

    /** Of the scaled score what comes of the two words alone; biases count to it. */
    double ofWords() {
        return score() - ofPlaces() - ofBoth();
    }

    /** Of the scaled score what comes of one word and the other one’s place. */
    double ofBoth() {
        return meet(word(i), place(j)) + meet(place(i), word(j));
    }

    private double[] word(int at) {
        return t().in().from().x().row(at);
    }

    private double[] place(int at) {
        double strength = t().in().positions().strength();
        double[] p = t().p().row(at);
        for (int d = 0; d < p.length; d++) {
            p[d] *= strength;
        }
        return p;
    }

    private double meet(double[] asks, double[] answers) {
        Head head = t().in().head();
        double sum = 0;
        for (int c = 0; c < head.dK(); c++) {
            sum += through(asks, head.q().w(), c) * through(answers, head.k().w(), c);
        }
        return sum / t().divisor();
    }

    private static double through(double[] v, Matrix w, int c) {
        double sum = 0;
        for (int d = 0; d < v.length; d++) {
            sum += v[d] * w.at(d, c);
        }
        return sum;
    }
}
