package app.regard.heads;

import app.regard.file.array.Slice;
import app.regard.file.array.Stored;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The heads of one text that a file holds under one name: in one array, or in several of which each is a layer or a head.
 *
 * @param name what the file calls it; for several arrays with a star for their numbers
 * @param text which text of a batch, from 0
 * @param layers how many layers there are
 * @param heads how many heads a layer has
 * @param queries how many tokens ask
 * @param keys how many tokens answer
 * @param pieces the arrays, those of one layer after the other
 * @param axes what the dimensions of each of them are
 */
record HeadStack(String name, int text, int layers, int heads, int queries, int keys, List<Stored> pieces, Axes axes) {
    /** Longer sentences make no picture, and 4096² numbers take 134 MB. */
    static final int MOST_TOKENS = 4096;

    /** No model comes near: 128 layers of 32 heads. */
    static final int MOST_HEADS = 4096;

    HeadStack {
        pieces = List.copyOf(pieces);
    }

    /** One array alone. */
    static HeadStack of(Stored array, int text, Axes axes) {
        return of(
                array.name(),
                text,
                Axes.size(array, axes.layer()),
                Axes.size(array, axes.head()),
                List.of(array),
                axes);
    }

    /** Arrays whose dimensions are known. */
    static HeadStack of(String name, int text, int layers, int heads, List<Stored> pieces, Axes axes) {
        int queries = Axes.size(pieces.get(0), axes.query());
        return new HeadStack(name, text, layers, heads, queries, Axes.size(pieces.get(0), axes.key()), pieces, axes);
    }

    /** How many texts the arrays hold. */
    int texts() {
        return Axes.size(pieces.get(0), axes.text());
    }

    /** What it is called among those of other texts. */
    String title() {
        return texts() == 1 ? name : (name.isEmpty() ? "" : name + ", ") + "text " + (text + 1);
    }

    /** The same with rows and columns exchanged. */
    HeadStack transposed() {
        return new HeadStack(name, text, layers, heads, keys, queries, pieces, axes.transposed());
    }

    /** How far from 1 a row may sum because numbers were rounded. */
    double tolerance() {
        return pieces.get(0).kind().tolerance();
    }

    /** One head's numbers, not yet read. */
    Slice slice(int layer, int head) {
        boolean single = pieces.size() == 1;
        int piece = single ? 0 : pieces.size() == layers ? layer : layer * heads + head;
        return axes.slice(pieces.get(piece), text, axes.layer() < 0 ? 0 : layer, axes.head() < 0 ? 0 : head);
    }

    /** What each dimension was taken for. */
    String said() {
        List<String> said = new ArrayList<>();
        String all = layers * heads == 1 ? "one head, " : count(layers, "layer") + " × " + count(heads, "head") + " × ";
        said.add(all + queries() + " × " + keys());
        if (axes.dropped() > 0) {
            said.add(axes.dropped() == 1 ? "a batch of 1 left out" : axes.dropped() + " sizes of 1 left out");
        }
        if (texts() > 1) {
            said.add("text " + (text + 1) + " of " + texts());
        }
        if (pieces.size() > 1) {
            said.add("a " + (pieces.size() == layers ? "layer" : "head") + " in each of " + pieces.size()
                    + " arrays, “" + pieces.get(0).name() + "” to “"
                    + pieces.get(pieces.size() - 1).name() + "”");
        }
        return String.join("; ", said);
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    /** What forbids to show it. */
    Optional<String> fault(String called) {
        if (layers * (long) heads == 0 || texts() == 0) {
            return Optional.of(called + " has no heads: its sizes are " + sizes(pieces.get(0))
                    + ". Save an array of one head at least.");
        }
        if (queries() < 1 || keys() < 1 || queries() > MOST_TOKENS || keys() > MOST_TOKENS) {
            return Optional.of(called + " holds weights of " + queries() + " × " + keys() + " tokens; from 1 to "
                    + MOST_TOKENS + " can be shown. Save a part of them.");
        }
        if (layers * (long) heads > MOST_HEADS) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s has %,d heads; at most %,d are read. Save a part of them.",
                    called,
                    layers * (long) heads,
                    MOST_HEADS));
        }
        return Optional.empty();
    }

    /** "2 × 12 × 7 × 7". */
    static String sizes(Stored array) {
        return array.shape().stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }

    /** Refuses a place where no head is. */
    void check(int layer, int head, String called) {
        if (layer < 0 || layer >= layers || head < 0 || head >= heads) {
            throw new Refusal("There is no head " + new app.regard.trace.HeadId(layer, head).text() + " in " + called
                    + ": it has " + layers + " × " + heads + " of them, counted from 0.");
        }
    }
}
