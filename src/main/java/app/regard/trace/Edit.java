package app.regard.trace;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number changed by hand, or several by one rule. An edit of X is an edit of the word: all its occurrences, and it survives
 * retyping. Rows and columns are places from 0, names of dimensions, or {@link #ALL}.
 *
 * @param matrix one of {@link #MATRICES}
 * @param row for X the word, for a trained head {@code piece@place}; for a bias empty; else a row
 * @param col a column
 * @param value a finite number; for the mask 0 (hidden) or 1 (seen)
 */
public record Edit(String matrix, String row, String col, Operator operator, double value) {
    /** The rows or columns that one edit may name at once: all of them. */
    public static final String ALL = "*";

    private static final String VECTORS = "X";
    private static final String MASK = "mask";
    private static final int MOST_DIGITS = 9;

    /** What can be edited: the words' vectors, the three projections with their biases, and the mask. */
    public static final List<String> MATRICES = List.of(VECTORS, "W_Q", "W_K", "W_V", "b_Q", "b_K", "b_V", MASK);

    private static final Pattern FORM =
            Pattern.compile("\\s*+(\\w++)\\[(.*)\\]\\s*+([*/]?=)\\s*+([^\\s=\\]]++)\\s*+", Pattern.DOTALL);

    /** The ways in which an edit changes a number. */
    public enum Operator {
        /** The number becomes the value. */
        SET("="),
        /** The number is multiplied by the value. */
        TIMES("*="),
        /** The number is divided by the value. */
        OVER("/=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** How it is written: "*=". */
        public String sign() {
            return sign;
        }

        /** The operator that is written so, or an exception. */
        public static Operator written(String sign) {
            return Arrays.stream(values())
                    .filter(o -> o.sign.equals(sign))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("“" + sign + "” changes no number; there are =, *= and /="));
        }

        /** The operation of an edit on a number. */
        public double of(double was, double value) {
            return switch (this) {
                case SET -> value;
                case TIMES -> was * value;
                case OVER -> was / value;
            };
        }
    }

    public Edit {
        if (!MATRICES.contains(matrix)) {
            throw new IllegalArgumentException(
                    "there is no matrix “" + matrix + "” to edit; there are " + String.join(", ", MATRICES));
        }
        row = matrix.equals(VECTORS) ? row : plain(row);
        col = plain(col);
        boolean bias = matrix.startsWith("b_");
        if (matrix.equals(VECTORS) && row.isEmpty()) {
            throw new IllegalArgumentException("an edit of " + VECTORS + " names the word whose vector it changes");
        }
        if (bias != row.isEmpty() || col.isEmpty()) {
            throw new IllegalArgumentException("an edit of " + matrix + " names "
                    + (bias ? "a column: " + matrix + "[3]" : "a row and a column: " + matrix + "[0,1]"));
        }
        if ((!matrix.equals(VECTORS) && below(row)) || below(col)) {
            throw new IllegalArgumentException(
                    "the edit of " + matrix + " is in row " + row + ", column " + col + ": both count from 0");
        }
        if (matrix.equals(MASK)) {
            if (!(everyOrPlace(row) && everyOrPlace(col))) {
                throw new IllegalArgumentException("a cell of the mask is named by two places from 0: mask[0,2]");
            }
            if (operator != Operator.SET || !(value == 0 || value == 1)) {
                throw new IllegalArgumentException("a cell of the mask is set to 0 (hidden) or 1 (seen)");
            }
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an edit of " + matrix + " has to be a finite number, not " + value);
        }
        if (operator == Operator.OVER && value == 0) {
            throw new IllegalArgumentException("an edit of " + matrix + " cannot divide by 0");
        }
    }

    /**
     * An edit of one cell that sets it.
     *
     * @param word for X the word; else empty
     * @param row for a projection or the mask its row, from 0; else not used
     */
    public Edit(String matrix, String word, int row, int col, double value) {
        this(matrix, row(matrix, word, row), Integer.toString(col), Operator.SET, value);
    }

    private static String row(String matrix, String word, int row) {
        if (!matrix.equals(VECTORS) && !word.isEmpty()) {
            throw new IllegalArgumentException("an edit of " + matrix + " is not of a word: “" + word + "”");
        }
        return matrix.equals(VECTORS) ? word : matrix.startsWith("b_") ? "" : Integer.toString(row);
    }

    /**
     * Reads an edit as it is written: {@code W_Q[0,1]=0.7}, {@code X[bank,nature]=1}, {@code b_Q[3]=1}, {@code W_K[*,*]*=3}.
     *
     * @throws Refusal if it is none; the message says what one looks like
     */
    public static Edit of(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new Refusal("“" + text + "” is no edit: write W_Q[0,1]=0.7, X[bank,2]=1, b_Q[3]=1, mask[0,2]=0, "
                    + "or W_Q[*,*]*=3 for all.");
        }
        String matrix = m.group(1);
        String cell = m.group(2);
        int comma = cell.lastIndexOf(',');
        String row = comma < 0 ? "" : cell.substring(0, comma).strip();
        try {
            double value = number(m.group(4));
            return new Edit(matrix, row, cell.substring(comma + 1).strip(), Operator.written(m.group(3)), value);
        } catch (NumberFormatException e) {
            throw new Refusal("“" + m.group(4) + "” is no number: write " + matrix + "[" + cell + "]" + m.group(3)
                    + "0.7 or another finite number.");
        } catch (IllegalArgumentException e) {
            throw new Refusal("“" + text + "” does not fit: " + e.getMessage() + ".");
        }
    }

    /**
     * Reads a number as a reader writes it, with a hyphen or a real minus sign.
     *
     * @throws NumberFormatException if it is none; NaN, infinities and Java's own 1d and 0x1p3 are none either
     */
    public static double number(String text) {
        String plain = text.strip().replace('−', '-');
        if (!plain.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0)) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(plain);
    }

    /** A place without needless noughts, a name as it is. */
    private static String plain(String index) {
        return place(index) ? Integer.toString(Integer.parseInt(index)) : index;
    }

    private static boolean place(String index) {
        return !index.isEmpty()
                && index.length() <= MOST_DIGITS + 1
                && index.chars().allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(index) <= Integer.MAX_VALUE;
    }

    private static boolean below(String index) {
        return index.startsWith("-") && place(index.substring(1));
    }

    private static boolean everyOrPlace(String index) {
        return index.equals(ALL) || place(index);
    }

    /** The place that a row or column is named by, from 0; −1 where it is a name, or all. */
    public static int placeOf(String index) {
        return place(index) ? Integer.parseInt(index) : -1;
    }

    /** Whether it changes the vector of a word. */
    public boolean ofWord() {
        return matrix.equals(VECTORS);
    }

    /** Whether it hides or shows a key. */
    public boolean ofMask() {
        return matrix.equals(MASK);
    }

    /** The cells that it changes, as written: "W_Q[0,1]". */
    public String cells() {
        return matrix + "[" + (row.isEmpty() ? "" : row + ",") + col + "]";
    }

    /** Whether another edit is of exactly the same cells. */
    public boolean sameCells(Edit other) {
        return cells().equals(other.cells());
    }

    /** The edit as it is written: "W_Q[0,1]=0.7". */
    public String text() {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return cells() + operator.sign() + (whole ? String.valueOf((long) value) : String.valueOf(value));
    }
}
