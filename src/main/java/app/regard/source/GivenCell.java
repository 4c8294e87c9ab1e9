package app.regard.source;

import app.regard.draw.Spot;
import app.regard.stage.Part;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.List;
import java.util.Optional;

/**
 * A number that is given and not computed, so that a reader may change it: a cell of X, of a projection, its bias or the mask.
 *
 * @param spot where it stands in a figure
 * @param matrix one of {@link Edit#MATRICES}
 * @param row as edits name it: a word, for a trained head a piece with its place, else a place; empty for a bias
 * @param now the number
 * @param was the number before it was changed by hand
 */
public record GivenCell(Spot spot, String matrix, String row, double now, double was) {
    private static final String MASK = "mask";

    /**
     * Returns the given number at a spot; a scaled score stands for its cell of the mask.
     *
     * @throws Refusal if that number is computed, in a line that says what to change instead
     */
    public static GivenCell of(Trace t, Spot at) {
        if (!at.isCell()) {
            throw new Refusal("Labels are no numbers: point at a cell.");
        }
        String matrix = edited(at);
        boolean mask = matrix.equals(MASK);
        if (!isGiven(at)) {
            throw new Refusal(computed(t, at.matrix()));
        }
        Inputs plain = t.in().changes().unedited().orElse(t.in());
        return new GivenCell(
                at,
                matrix,
                row(t, at, matrix),
                number(mask ? seen(t) : noughts(t.in(), at), at),
                number(mask ? pattern(t) : noughts(plain, at), at));
    }

    /** Whether the number at a spot is given. */
    public static boolean isGiven(Spot at) {
        return at.isCell() && Edit.MATRICES.contains(edited(at));
    }

    /** The matrix as edits name it, if they do. */
    private static String edited(Spot at) {
        boolean mask = at.matrix().equals(MASK) || at.matrix().equals(Part.SCALED.label());
        return mask ? MASK : at.matrix().replace("'", "");
    }

    private static String row(Trace t, Spot at, String matrix) {
        if (!matrix.equals(Part.X.label())) {
            return matrix.startsWith("b_") ? "" : String.valueOf(at.row());
        }
        boolean asks = at.matrix().equals(Part.X.label());
        String word = (asks ? t.in().from() : t.in().to()).words().shown(at.row());
        return t.in().learned() ? word + "@" + (at.row() + 1) : word;
    }

    private static double number(Grid of, Spot at) {
        if (at.row() >= of.rows() || at.col() >= of.cols()) {
            throw new Refusal("There is no such cell: " + at.matrix() + " is " + of.rows() + " × " + of.cols() + ".");
        }
        return of.at(at.row(), at.col());
    }

    /** The matrix of a spot; a bias that is not there is one of noughts. */
    private static Matrix noughts(Inputs in, Spot at) {
        Matrix m = in.given(at.matrix()).orElseThrow();
        return m.rows() == 0 ? Matrix.zeros(1, m.cols()) : m;
    }

    /** The mask as it is: 1 where a query sees a key, else 0. */
    public static Grid seen(Trace t) {
        Mask mask = t.in().mask();
        return Matrix.fill(t.scores().rows(), t.scores().cols(), (i, j) -> mask.allows(i, j) ? 1 : 0);
    }

    /** The mask as its pattern says, whatever was changed by hand. */
    public static Grid pattern(Trace t) {
        Mask mask = t.in().mask();
        return Matrix.fill(t.scores().rows(), t.scores().cols(), (i, j) -> mask.keeps(i, j) ? 1 : 0);
    }

    private static String computed(Trace t, String matrix) {
        if (t.in().head().unprojected()) {
            return matrix + " stands as the file has it, and files are not edited.";
        }
        String instead =
                switch (Part.named(matrix).orElse(Part.WEIGHTS)) {
                    case P, P_KEYS -> "it is the paper’s pattern of sines. Change λ, or a cell of X";
                    case H, H_KEYS -> "it is X + λ·P. Change a cell of X, or λ";
                    case BELOW, ADDED -> "layer 1 has made it. Change it there, or a cell of X";
                    case Q -> "it is X·W_Q + b_Q. Change a cell of X or W_Q";
                    case K -> "it is X·W_K + b_K. Change a cell of X or W_K";
                    case V -> "it is X·W_V + b_V. Change a cell of X or W_V";
                    default -> "change what it comes from: X in step 1, W in step 2, or the mask in step 4";
                };
        return matrix + " is computed: " + instead + ".";
    }

    /** Whether it hides or shows a key: 0 or 1. */
    public boolean ofMask() {
        return matrix.equals(MASK);
    }

    /** The bias that is added to its column, for a cell of a projection. */
    public Optional<Spot> bias() {
        return matrix.startsWith("W_")
                ? Optional.of(new Spot("b_" + matrix.substring(2), 0, spot.col()))
                : Optional.empty();
    }

    /** Whether the reader has changed it. */
    public boolean yours() {
        return now != was;
    }

    /** Its name as edits write it: "W_Q[0,1]". */
    public String name() {
        return edit(now).cells();
    }

    /** The number so much further, to two decimals; in the mask upwards shows and downwards hides. */
    public double moved(double by) {
        return ofMask() ? by > 0 ? 1 : 0 : rounded(now + by);
    }

    /** A number to two decimals, as hands set it that do not type. */
    public static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }

    private Edit edit(double value) {
        return new Edit(matrix, row, String.valueOf(spot.col()), Edit.Operator.SET, value);
    }

    /**
     * The experiment with another number in this cell.
     *
     * @throws Refusal if the number is not finite, or for the mask neither 0 nor 1
     */
    public Experiment set(Experiment e, double value) {
        if (value == was) {
            return reset(e);
        }
        try {
            return e.withEdit(edit(value));
        } catch (IllegalArgumentException refused) {
            String why = String.valueOf(refused.getMessage());
            throw new Refusal(Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".");
        }
    }

    /** The experiment with the number that was there before any edit. */
    public Experiment reset(Experiment e) {
        Edit mine = edit(was);
        List<Edit> left = e.edits().stream().filter(x -> !x.sameCells(mine)).toList();
        return left.stream().anyMatch(this::touched) ? e.withEdit(mine) : e.withEdits(left);
    }

    /** Whether an edit that is written otherwise may be of this cell: of several cells, which stays for the others, or by names. */
    private boolean touched(Edit by) {
        boolean word = by.ofWord() && !by.row().equals(Edit.ALL);
        boolean here = word ? sameWord(by.row()) : by.row().equals(row) || Edit.placeOf(by.row()) < 0;
        boolean column = by.col().equals(String.valueOf(spot.col())) || Edit.placeOf(by.col()) < 0;
        return by.matrix().equals(matrix) && here && column;
    }

    /** Of a trained head's pieces the place decides, for a piece may be written in several ways. */
    private boolean sameWord(String other) {
        int place = row.lastIndexOf('@');
        int its = other.lastIndexOf('@');
        return Library.WORDS.names(other, Sentence.of(row), 0)
                || (place > 0 && its > 0 && row.substring(place).equals(other.substring(its)));
    }
}
