package app.regard.engine;

import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The paper's formula, softmax(QKᵀ/√d_k)·V (Vaswani et al. 2017, 3.2.1), and how an experiment departs from it. No mask and a
 * causal one conform (3.2.3), and so do positions that are added once or not at all (3.5).
 */
public final class PaperFormula {
    private PaperFormula() {}

    /** The options by which an experiment can depart from the formula. */
    public enum Option {
        /** A local window. */
        MASK("a local window"),
        /** Positions of another strength than 0 and 1. */
        POSITIONS("positions neither 0 nor 1 times"),
        /** A temperature other than 1. */
        TEMPERATURE("a temperature"),
        /** Scores that are not divided by √d_k. */
        SCALING("no ÷√dₖ");

        private final String words;

        Option(String words) {
            this.words = words;
        }

        /** The departure in a few words. */
        public String words() {
            return words;
        }
    }

    /** The options in which an experiment departs from the formula. */
    public static Set<Option> departures(Experiment e) {
        Set<Option> found = EnumSet.noneOf(Option.class);
        if (e.mask().kind() == Mask.Kind.LOCAL) {
            found.add(Option.MASK);
        }
        if (e.positions().strength() != strength(e.positions().strength())) {
            found.add(Option.POSITIONS);
        }
        if (e.temperature() != 1) {
            found.add(Option.TEMPERATURE);
        }
        if (!e.scaled()) {
            found.add(Option.SCALING);
        }
        return found;
    }

    /** The experiment by the formula: what conforms stays as it is. */
    public static Experiment restore(Experiment e) {
        Experiment restored = e;
        for (Option option : departures(e)) {
            restored = restore(restored, option);
        }
        return restored;
    }

    /** The experiment with one of its options as in the formula. */
    public static Experiment restore(Experiment e, Option option) {
        return switch (option) {
            case MASK -> e.withMask(Mask.NONE);
            case POSITIONS -> e.withPositions(positions(strength(e.positions().strength())));
            case TEMPERATURE -> e.withTemperature(1);
            case SCALING -> e.withScaling(true);
        };
    }

    /** Positions of a strength; 0 is none. */
    public static Positions positions(double strength) {
        return strength == 0 ? Positions.NONE : Positions.sinusoidal(strength);
    }

    /** The strength that conforms: of 0 and 1 the nearer one. */
    private static double strength(double now) {
        return now < 0.5 ? 0 : 1;
    }
}
