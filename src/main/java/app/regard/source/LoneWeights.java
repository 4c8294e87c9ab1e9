package app.regard.source;

import app.regard.draw.Spot;
import app.regard.stage.Operation;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.stage.Words;
import app.regard.trace.Weights;
import java.util.List;

/**
 * Weights that no trace belongs to, and what is said of them where a stage would stand.
 *
 * @param name what a button calls them: "Rollout"
 * @param title the heading: "Derived weights"
 * @param plain in words what they are, and why there are no other stages
 * @param formula what they were made with
 * @param code the same as lines of NumPy, or the line that reads the file
 * @param chips what was made of them, a few words each
 * @param about for captions: whose they are, and what was done with them
 * @param terms where a cell comes from
 */
public record LoneWeights(
        Weights weights,
        String name,
        String title,
        String plain,
        String formula,
        String code,
        List<String> chips,
        String about,
        Terms terms) {
    /** The one stage that weights can be shown in. */
    public static final int STAGE = Stages.WEIGHTS;

    public LoneWeights {
        chips = List.copyOf(chips);
    }

    /** The terms that cells come from. */
    @FunctionalInterface
    public interface Terms {
        /** The terms of a cell, how they become its value, and what else there is to say. */
        Whence of(int row, int col);
    }

    /**
     * The origin of one cell.
     *
     * @param note what else there is to say, or empty
     */
    public record Whence(Operation how, List<Term> terms, String note) {
        /** A number that is only known. */
        public static Whence given(double value, String note) {
            return new Whence(Operation.GIVEN, List.of(Term.of(value)), note);
        }
    }

    /** Where a cell of the weights comes from. */
    public Why why(Spot spot) {
        Whence whence = terms.of(spot.row(), spot.col());
        String from = Words.quoted(weights.from().shown(spot.row()));
        String to = Words.quoted(weights.to().shown(spot.col()));
        return new Why(
                spot,
                weights.a().at(spot.row(), spot.col()),
                from + " attends to " + to,
                "a(" + from + ", " + to + ")",
                whence.how(),
                whence.terms(),
                whence.note());
    }

    /** The largest weight of a row. */
    public Spot start(int query) {
        int best = 0;
        for (int j = 1; j < weights.a().cols(); j++) {
            best = weights.a().at(query, j) > weights.a().at(query, best) ? j : best;
        }
        return new Spot(Part.WEIGHTS.label(), query, best);
    }

    /** Whether a cell, or the label of a row or column, exists. */
    public boolean has(Spot spot) {
        return spot.matrix().equals(Part.WEIGHTS.label())
                && spot.row() < weights.a().rows()
                && spot.col() < weights.a().cols();
    }
}
