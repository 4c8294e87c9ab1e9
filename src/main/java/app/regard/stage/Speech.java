package app.regard.stage;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.trace.Trace;
import app.regard.trace.Weights;

/** The words that a screen reader says of a spot. */
public final class Speech {
    private Speech() {}

    /** "“bank” attends to “river”, 40.1 percent"; "query of “bank”, column d4: 1.72". */
    public static String of(Why why, int decimals) {
        String matrix = why.of().matrix();
        return matrix.equals(Part.WEIGHTS.label()) || matrix.equals(Part.FOCUSED.label())
                ? why.about() + ", " + DecimalFormatter.hundredths(why.value()) + " percent"
                : why.about() + ": " + DecimalFormatter.faithful(why.value(), decimals);
    }

    /** Of the label of a row or column, or of a word: "who looks at “river”". */
    public static String of(Trace t, Spot label) {
        Part part = Part.named(label.matrix()).orElse(null);
        if (part == null) {
            return label.matrix().equals(WeightFigures.ANSWERING)
                    ? "who looks at " + Words.quoted(t.weights().to().shown(label.row()))
                    : row(t.weights(), label.row());
        }
        if (label.row() == Spot.LABEL) {
            return part.answers()
                    ? "who looks at " + Words.quoted(t.weights().to().shown(label.col()))
                    : column(t, part, label.col());
        }
        return part.asks()
                ? row(t.weights(), label.row())
                : part.of()
                        + " "
                        + (part.offers()
                                ? Words.quoted(t.weights().to().shown(label.row()))
                                : part.rows(t).labels().get(label.row()));
    }

    /** A column whose name says what it holds needs no number: "the largest scaled score of each row". */
    private static String column(Trace t, Part part, int col) {
        return switch (part) {
            case ROW_MAX -> "the largest scaled score of each row";
            case ROW_SUMS -> "the sum of each row’s exponentials";
            case FOCUSED -> "the weights of the focused word";
            case LENGTHS -> "the lengths of the weighted values";
            default ->
                "column " + part.cols(t).labels().get(col) + " of " + (part == Part.WEIGHTED ? "a·v" : part.label());
        };
    }

    /** Says the cell of weights that no trace belongs to. */
    public static String of(Weights w, Spot spot) {
        if (spot.matrix().equals(WeightFigures.ANSWERING)) {
            return "who looks at " + Words.quoted(w.to().shown(spot.row()));
        }
        if (spot.row() == Spot.LABEL) {
            return "who looks at " + Words.quoted(w.to().shown(spot.col()));
        }
        return spot.col() == Spot.LABEL
                ? row(w, spot.row())
                : Words.quoted(w.from().shown(spot.row())) + " attends to " + Words.quoted(w.to().shown(spot.col()))
                        + ", " + DecimalFormatter.hundredths(w.a().at(spot.row(), spot.col())) + " percent";
    }

    /** "“bank” attends most to “river”". */
    private static String row(Weights w, int i) {
        String most = WeightFigures.strongest(w, i, Words::quoted);
        boolean all = most.equals("nothing") || (w.strongest(i).size() == w.to().size() && w.to().size() > 2);
        return Words.quoted(w.from().shown(i)) + (all ? " attends to " : " attends most to ") + most;
    }
}
