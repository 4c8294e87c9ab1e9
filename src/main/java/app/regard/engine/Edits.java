package app.regard.engine;

import app.regard.trace.Edit;
import app.regard.trace.Grid;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Inputs.Changes;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Projection;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers of inputs changed by hand, one edit after the other. */
public final class Edits {
    private final Inputs plain;
    private final Rows rows;
    private final double[][] from;
    private final double[][] to;
    private final Map<String, double[][]> maps = new LinkedHashMap<>();
    private double @Nullable [][] seen;
    private final List<Edit> done = new ArrayList<>();
    private final List<Edit> asleep = new ArrayList<>();

    /** The rule which rows of X an edit's row names. */
    public interface Rows {
        /**
         * Checks the name of a row.
         *
         * @throws Refusal if no sentence could have such a row
         */
        void check(String row);

        /** Whether the word in a place of a sentence is named. */
        boolean names(String row, Sentence words, int place);
    }

    private Edits(Inputs plain, Rows rows) {
        this.plain = plain;
        this.rows = rows;
        from = copy(plain.from().x());
        to = plain.self() ? from : copy(plain.to().x());
        projection("Q", plain.head().q());
        projection("K", plain.head().k());
        projection("V", plain.head().v());
    }

    private void projection(String letter, Projection p) {
        maps.put("W_" + letter, copy(p.w()));
        maps.put("b_" + letter, copy(p.b()));
    }

    private static double[][] copy(Grid m) {
        return IntStream.range(0, m.rows())
                .mapToObj(i -> IntStream.range(0, m.cols())
                        .mapToDouble(j -> m.at(i, j))
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * The inputs with edits made in order; those whose word or place the sentence lacks sleep.
     *
     * @throws Refusal if an edit names what no sentence could have, or its result is no finite number
     */
    public static Inputs of(Inputs plain, List<Edit> edits, Rows rows) {
        if (edits.isEmpty()) {
            return plain;
        }
        Edits made = new Edits(plain, rows);
        edits.forEach(made::make);
        return made.inputs();
    }

    private void make(Edit edit) {
        boolean any =
                switch (edit.matrix()) {
                    case "X" -> words(edit);
                    case "mask" -> mask(edit);
                    default -> map(edit);
                };
        (any ? done : asleep).add(edit);
    }

    private boolean words(Edit edit) {
        int[] cols = indices(edit, edit.col(), plain.head().dimensions(), "columns");
        if (!edit.row().equals(Edit.ALL)) {
            rows.check(edit.row());
        }
        boolean asks = change(edit, from, place -> named(edit, plain.from(), place), cols);
        boolean answers = !plain.self() && change(edit, to, place -> named(edit, plain.to(), place), cols);
        return asks || answers;
    }

    private boolean named(Edit edit, Side side, int place) {
        return edit.row().equals(Edit.ALL) || rows.names(edit.row(), side.words(), place);
    }

    private boolean map(Edit edit) {
        String letter = edit.matrix().substring(2);
        Projection p =
                List.of(plain.head().q(), plain.head().k(), plain.head().v()).get("QKV".indexOf(letter));
        int[] cols = indices(edit, edit.col(), p.columns(), "columns");
        if (edit.matrix().startsWith("b_")) {
            if (cells(edit).length == 0) {
                maps.put(edit.matrix(), new double[1][p.w().cols()]); // a head without a bias has one of noughts
            }
            return change(edit, cells(edit), row -> true, cols);
        }
        int[] named = indices(edit, edit.row(), plain.head().dimensions(), "rows");
        return change(edit, cells(edit), row -> IntStream.of(named).anyMatch(i -> i == row), cols);
    }

    private double[][] cells(Edit edit) {
        return maps.getOrDefault(edit.matrix(), new double[0][]);
    }

    private boolean mask(Edit edit) {
        int n = plain.from().words().size();
        int m = plain.to().words().size();
        double[][] cells =
                seen == null ? copy(Matrix.fill(n, m, (i, j) -> plain.mask().allows(i, j) ? 1 : 0)) : seen;
        int col = Edit.placeOf(edit.col());
        int[] cols = col < 0 ? IntStream.range(0, m).toArray() : col < m ? new int[] {col} : new int[0];
        int row = Edit.placeOf(edit.row());
        boolean any = cols.length > 0 && change(edit, cells, i -> row < 0 || i == row, cols);
        seen = any ? cells : seen; // one that sleeps leaves the mask as it is
        return any;
    }

    /** Changes the cells of the rows that are meant, and returns whether there are any. */
    private static boolean change(Edit edit, double[][] cells, IntPredicate row, int[] cols) {
        boolean any = false;
        for (int i = 0; i < cells.length; i++) {
            if (row.test(i)) {
                for (int col : cols) {
                    cells[i][col] = edit.operator().of(cells[i][col], edit.value());
                    if (!Double.isFinite(cells[i][col])) {
                        throw new Refusal(
                                "The edit " + edit.text() + " leaves no finite number. Choose a number nearer to 0.");
                    }
                }
                any = true;
            }
        }
        return any;
    }

    /** The rows or columns of a matrix that a name or a place means. */
    private static int[] indices(Edit edit, String index, List<String> names, String what) {
        if (index.equals(Edit.ALL)) {
            return IntStream.range(0, names.size()).toArray();
        }
        int place = Edit.placeOf(index);
        int[] found = place < 0
                ? IntStream.range(0, names.size())
                        .filter(i -> names.get(i).equals(index))
                        .toArray()
                : IntStream.of(place).filter(i -> i < names.size()).toArray();
        if (found.length != 1) {
            String named = found.length > 1 ? "“" + index + "” is the name of several: " : "";
            throw new Refusal("The edit " + edit.text() + " does not fit: " + named + edit.matrix() + " has " + what
                    + " 0 to " + (names.size() - 1) + " here"
                    + (place < 0 && found.length == 0 ? " and none called “" + index + "”" : "") + ".");
        }
        return found;
    }

    private Inputs inputs() {
        if (done.isEmpty()) {
            return with(plain, new Changes(List.of(), asleep, Optional.empty()));
        }
        Head h = plain.head();
        Side asking = side(plain.from(), from);
        double[][] cells = seen;
        Mask mask = cells == null ? plain.mask() : plain.mask().withCells(Matrix.of(cells));
        Inputs edited = new Inputs(
                asking,
                plain.self() ? asking : side(plain.to(), to),
                new Head(
                        h.name(),
                        h.origin(),
                        h.dimensions(),
                        edited("Q", h.q()),
                        edited("K", h.k()),
                        edited("V", h.v()),
                        h.rules()),
                mask,
                plain.positions(),
                plain.temperature());
        return with(edited.withScaling(plain.scaled()), new Changes(done, asleep, Optional.of(plain)));
    }

    private static Inputs with(Inputs in, Changes changes) {
        return new Inputs(
                in.from(), in.to(), in.head(), in.mask(), in.positions(), in.temperature(), in.scaled(), changes);
    }

    private static Side side(Side side, double[][] x) {
        return side.withVectors(Matrix.of(x));
    }

    private Projection edited(String letter, Projection p) {
        double[][] b = maps.getOrDefault("b_" + letter, new double[0][]);
        return new Projection(
                Matrix.of(maps.getOrDefault("W_" + letter, new double[0][])),
                b.length == 0 ? p.b() : Matrix.of(b),
                p.columns());
    }
}
