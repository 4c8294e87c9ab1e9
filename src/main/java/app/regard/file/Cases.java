package app.regard.file;

import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Cases: attention with all numbers given. A file holds one case or a list of them, each with tokens, X, W_Q, W_K and W_V,
 * and where they are wanted name, b_Q, b_K, b_V, mask, positions, temperature, scaling, and keyTokens with keyX for a second sentence.
 * Other fields, as the expected results or those of an exported trace, are passed over.
 */
public final class Cases {
    private Cases() {}

    /**
     * One case.
     *
     * @param name what it is called, for messages and results
     */
    public record Case(String name, Inputs in) {}

    /**
     * The content of a file of cases.
     *
     * @param list whether the file holds a list, so that the answer is one too
     */
    public record Read(List<Case> cases, boolean list) {
        public Read {
            cases = List.copyOf(cases);
        }
    }

    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_TOKENS = 2048;
    private static final int MOST_DIMENSIONS = 4096;
    private static final int MOST_CASES = 10_000;

    /** Characters of a token or a name. */
    private static final int LONGEST_TEXT = 1000;

    private static final String ORIGIN = "the case’s file";

    /** Passing over a field that only looks like one of these would change the numbers unseen. */
    private static final Set<String> WANTED = new TreeSet<>(
            Set.of("name", "b_Q", "b_K", "b_V", "mask", "positions", "temperature", "scaling", "keyTokens", "keyX"));

    /**
     * Reads a file.
     *
     * @throws Refusal if it cannot be read, or something else than a case stands there; the message names the place
     */
    public static Read read(Path file) {
        return read(WholeFile.text(file, MOST_BYTES), WholeFile.name(file));
    }

    /**
     * Reads cases from their text.
     *
     * @param name what messages call it
     * @throws Refusal as {@link #read(Path)}
     */
    public static Read read(String json, String name) {
        JsonCursor place = JsonCursor.of(json, name);
        if (!place.isList()) {
            return new Read(List.of(one(place, "case")), false);
        }
        List<JsonCursor> items = place.items("case");
        if (items.isEmpty()) {
            throw place.refusal("there is no case in the list");
        }
        if (items.size() > MOST_CASES) {
            throw place.refusal("there are " + items.size() + " cases; at most " + MOST_CASES + " are read");
        }
        return new Read(
                IntStream.range(0, items.size())
                        .mapToObj(i -> one(items.get(i), "case " + (i + 1)))
                        .toList(),
                true);
    }

    private static Case one(JsonCursor place, String called) {
        refuseUnknown(place);
        String name = place.has("name") ? place.at("name").text(LONGEST_TEXT) : called;
        Matrix x = matrix(place.at("X"), MOST_TOKENS);
        Side from = side(place.at("tokens"), x);
        Side to = place.has("keyTokens") ? side(place.at("keyTokens"), matrix(place.at("keyX"), MOST_TOKENS)) : from;
        if (to.x().cols() != x.cols()) {
            throw place.at("keyX")
                    .refusal(x.cols() + " columns are expected, as X has, not "
                            + to.x().cols());
        }
        Projection q = projection(place, "Q", "q", x.cols());
        Projection k = projection(place, "K", "k", x.cols());
        if (k.w().cols() != q.w().cols()) {
            throw place.at("W_K").refusal(q.w().cols() + " columns are expected, as W_Q has, not " + k.w().cols());
        }
        Projection v = projection(place, "V", "v", x.cols());
        Mask mask = place.has("mask")
                ? mask(place.at("mask"), from.words().size(), to.words().size())
                : Mask.NONE;
        Positions positions = place.has("positions") ? Options.positions(place.at("positions")) : Positions.NONE;
        double temperature = place.has("temperature") ? Options.temperature(place.at("temperature")) : 1;
        Head head = new Head(name, ORIGIN, names("x", x.cols()), q, k, v, List.of());
        try {
            boolean scaled = !place.has("scaling") || Options.scaling(place.at("scaling"));
            return new Case(name, new Inputs(from, to, head, mask, positions, temperature).withScaling(scaled));
        } catch (Refusal e) {
            throw place.refusal(String.valueOf(e.getMessage()));
        }
    }

    /** A mask by its name, or cell by cell: 1 where a query sees a key, else 0. */
    private static Mask mask(JsonCursor place, int queries, int keys) {
        if (!place.isList()) {
            return Options.mask(place);
        }
        Matrix cells = matrix(place, MOST_TOKENS);
        boolean plain = Arrays.stream(cells.toArray()).allMatch(c -> c == 0 || c == 1);
        if (!plain || cells.rows() != queries || cells.cols() != keys) {
            throw place.refusal("a mask has " + queries + " rows of " + keys + " cells, each 1 (seen) or 0 (hidden)");
        }
        return Mask.NONE.withCells(cells);
    }

    private static void refuseUnknown(JsonCursor place) {
        place.all()
                .forEach((name, field) -> WANTED.forEach(wanted -> {
                    if (!name.equals(wanted) && plain(name).equals(plain(wanted))) {
                        throw field.refusal("write “" + wanted + "”");
                    }
                }));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private static Side side(JsonCursor tokens, Matrix x) {
        List<Token> words = new ArrayList<>();
        for (JsonCursor token : tokens.items("token")) {
            if (token.text(LONGEST_TEXT).isEmpty()) {
                throw token.refusal("a token has at least one character");
            }
            words.add(Token.of(token.text()));
        }
        if (words.size() != x.rows()) {
            throw tokens.refusal(
                    x.rows() + " tokens expected, one for each row of vectors, " + words.size() + " found");
        }
        return new Side(new Sentence(words, 0), x, ORIGIN);
    }

    private static Projection projection(JsonCursor place, String letter, String column, int dModel) {
        Matrix w = matrix(place.at("W_" + letter), MOST_DIMENSIONS);
        if (w.rows() != dModel) {
            throw place.at("W_" + letter)
                    .refusal(dModel + " rows expected, as many as X has columns, " + w.rows() + " found");
        }
        List<String> columns = names(column, w.cols());
        String bias = "b_" + letter;
        return place.has(bias)
                ? new Projection(w, Matrix.of(row(place.at(bias), "", w.cols())), columns)
                : Projection.of(w, columns);
    }

    private static List<String> names(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
    }

    private static Matrix matrix(JsonCursor place, int mostRows) {
        List<Json> rows = place.list();
        if (rows.isEmpty() || rows.size() > mostRows) {
            throw place.refusal("1 to " + mostRows + " rows expected, " + rows.size() + " found");
        }
        double[][] numbers = new double[rows.size()][];
        int cols = -1;
        for (int i = 0; i < numbers.length; i++) {
            JsonCursor row = new JsonCursor(rows.get(i), place.name(), place.path());
            numbers[i] = row(row, " row " + (i + 1), cols);
            cols = numbers[i].length;
        }
        return Matrix.of(numbers);
    }

    /** @param expected how many numbers there have to be, or −1 */
    private static double[] row(JsonCursor place, String called, int expected) {
        JsonCursor row = new JsonCursor(place.json(), place.name(), place.path() + called);
        List<Json> cells = row.list();
        if (expected >= 0 && cells.size() != expected) {
            throw row.refusal(expected + " numbers expected, " + cells.size() + " found");
        }
        if (cells.isEmpty() || cells.size() > MOST_DIMENSIONS) {
            throw row.refusal("1 to " + MOST_DIMENSIONS + " numbers expected, " + cells.size() + " found");
        }
        double[] numbers = new double[cells.size()];
        for (int j = 0; j < numbers.length; j++) {
            Json cell = cells.get(j);
            numbers[j] = cell.value() instanceof Double d && Double.isFinite(d)
                    ? d
                    : new JsonCursor(cell, row.name(), row.path() + ", number " + (j + 1)).number();
        }
        return numbers;
    }
}
