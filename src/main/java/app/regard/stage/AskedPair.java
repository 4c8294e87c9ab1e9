package app.regard.stage;

import app.regard.draw.Spot;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The pair that is asked about: the word that asks and the word that answers, as far as the asked cell has them. It is one
 * pair wherever it is drawn: in scores, weights, bars, arcs and names.
 *
 * @param query the query's place, if the cell belongs to one
 * @param key the key's place, if the cell belongs to one
 */
public record AskedPair(OptionalInt query, OptionalInt key) {
    /** The pair of who looks at a word: no query alone. */
    public static final AskedPair NONE = new AskedPair(OptionalInt.empty(), OptionalInt.empty());

    /** The pair of what is asked; a cell that belongs to the focused query has that as its own. */
    public static AskedPair of(Focus focus, Spot asked) {
        Optional<Part> part = Part.named(asked.matrix());
        if (focus.column().isPresent() || part.isEmpty() || !asked.isCell()) {
            return NONE;
        }
        Part p = part.get();
        OptionalInt query = p.asks()
                ? OptionalInt.of(asked.row())
                : p.followsQuery() ? OptionalInt.of(focus.query()) : OptionalInt.empty();
        OptionalInt key = p.answers()
                ? OptionalInt.of(asked.col())
                : p.offers() ? OptionalInt.of(asked.row()) : OptionalInt.empty();
        return new AskedPair(query, key);
    }

    /** The cell of the pair in a matrix, if both words have one in it; {@code focused} is the query that is focused. */
    public Optional<Spot> in(Part part, int focused) {
        if (query.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        int i = query.getAsInt();
        int j = key.getAsInt();
        return part.asks() && part.answers()
                ? Optional.of(new Spot(part.label(), i, j))
                : part == Part.FOCUSED && i == focused ? Optional.of(new Spot(part.label(), j, 0)) : Optional.empty();
    }

    /** The key whose share of a query's weights is asked about. */
    public OptionalInt keyOf(int other) {
        return query.isPresent() && query.getAsInt() == other ? key : OptionalInt.empty();
    }
}
