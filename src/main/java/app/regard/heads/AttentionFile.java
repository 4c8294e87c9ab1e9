package app.regard.heads;

import app.regard.file.array.Stored;
import app.regard.trace.HeadId;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Token;
import app.regard.trace.Weights;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Attention that another program computed, in a .npy, .npz, .safetensors, .json or .csv file: queries × keys, heads ×
 * queries × keys, or layers × heads × queries × keys. Opening reads the headers only, and a head is read when it is asked
 * for; a file of text is read whole.
 */
public final class AttentionFile {
    /** Longer sentences make no picture, and 4096² numbers take 134 MB. */
    private static final int MOST_TOKENS = 4096;

    /** No model comes near: 128 layers of 32 heads. */
    private static final int MOST_HEADS = 4096;

    private final String called;
    private final List<Stored> arrays;
    private final Optional<List<String>> tokens;
    private final Optional<List<String>> keyTokens;

    /** Of the arrays those that can be shown are kept; if there is none, the first one's fault is told. */
    AttentionFile(String called, List<Stored> arrays, Optional<List<String>> tokens, Optional<List<String>> keyTokens) {
        this.called = called;
        List<Stored> shaped = arrays.stream()
                .filter(a -> a.shape().size() >= 2
                        && a.shape().size() <= 4
                        && !a.name().equals(ArrayFiles.TOKENS)
                        && !a.name().equals(ArrayFiles.KEY_TOKENS))
                .toList();
        this.arrays = shaped.stream().filter(a -> fault(a).isEmpty()).toList();
        this.tokens = tokens;
        this.keyTokens = keyTokens;
        if (shaped.isEmpty()) {
            throw new Refusal(called + " holds no attention: that has two to four dimensions, ([layers,] [heads,] "
                    + "queries, keys), and is of floating-point numbers.");
        }
        if (this.arrays.isEmpty()) {
            throw new Refusal(fault(shaped.get(0)).orElseThrow());
        }
        tokens.ifPresent(names -> TokenFile.check(names, called));
        keyTokens.ifPresent(names -> TokenFile.check(names, called));
    }

    /** What forbids to show an array. */
    private Optional<String> fault(Stored array) {
        int n = side(array, 2);
        int m = side(array, 1);
        long heads = (long) side(array, 4) * side(array, 3);
        if (heads == 0) {
            return Optional.of(called + " has no heads: its sizes are "
                    + array.shape().stream().map(String::valueOf).collect(Collectors.joining(" × "))
                    + ". Save an array of one head at least.");
        }
        if (n < 1 || m < 1 || n > MOST_TOKENS || m > MOST_TOKENS) {
            return Optional.of(called + " holds weights of " + n + " × " + m + " tokens; from 1 to " + MOST_TOKENS
                    + " can be shown. Save a part of them.");
        }
        if (heads > MOST_HEADS) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s has %,d heads; at most %,d are read. Save a part of them.",
                    called,
                    heads,
                    MOST_HEADS));
        }
        return Optional.empty();
    }

    /**
     * An array that may be attention; sizes that the file does not have count as 1.
     *
     * @param name what the file calls it; empty where it is the only one
     */
    public record Array(String name, int layers, int heads, int queries, int keys) {}

    /**
     * Rows that do not sum to 1, as they should after a softmax. They are shown as they are.
     *
     * @param count how many rows
     * @param row the row that is farthest off, from 0
     * @param sum what it sums to
     */
    public record Uneven(int count, int row, double sum) {
        /**
         * A sentence or two on it, with the row counted from 1 and its sum with as many digits as it takes to tell it from 1.
         *
         * @param reading what is made of these rows before they are shown
         */
        public String text(Reading reading) {
            return (count == 1 ? "One row does" : count + " rows do") + " not sum to 1; row " + (row + 1)
                    + " is farthest off with " + digits() + "."
                    + (reading.plain() || reading.special() == Reading.Special.HIDDEN
                            ? " The numbers are shown as they are."
                            : "");
        }

        private String digits() {
            BigDecimal exact = new BigDecimal(sum);
            for (int digits = 4; digits < 17; digits++) {
                BigDecimal told = exact.round(new MathContext(digits));
                if (told.compareTo(BigDecimal.ONE) != 0) {
                    return String.format(Locale.ROOT, "%." + digits + "g", sum);
                }
            }
            return Double.toString(sum);
        }
    }

    /**
     * Opens a file by its ending.
     *
     * @throws Refusal if it is missing, damaged or holds no attention; nothing large is allocated for what it claims
     */
    public static AttentionFile open(Path file) {
        return ArrayFiles.open(file);
    }

    /** The same file with other tokens that ask and answer. */
    public AttentionFile with(List<String> asking, List<String> answering) {
        return new AttentionFile(called, arrays, Optional.of(asking), Optional.of(answering));
    }

    /** The arrays to choose from, in the file's order; one at least. */
    public List<Array> arrays() {
        return arrays.stream()
                .map(a -> new Array(a.name(), side(a, 4), side(a, 3), side(a, 2), side(a, 1)))
                .toList();
    }

    /** The tokens that the file brings along, if it does. */
    public Optional<List<String>> tokens() {
        return tokens;
    }

    /** The tokens that answer, if the file brings them along apart from those that ask. */
    public Optional<List<String>> keyTokens() {
        return keyTokens;
    }

    /** Tokens that are only counted, from 1: for files that bring none. */
    public static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    /** The tokens that ask in an array: the file's if there are as many, else numbers. */
    public List<String> asking(int array) {
        int n = side(arrays.get(array), 2);
        return tokens.filter(t -> t.size() == n).orElseGet(() -> numbered(n));
    }

    /** The tokens that answer, likewise; where the file says nothing of them, those that ask if there are as many. */
    public List<String> answering(int array) {
        int m = side(arrays.get(array), 1);
        return Stream.of(keyTokens, Optional.of(asking(array)), tokens)
                .flatMap(Optional::stream)
                .filter(t -> t.size() == m)
                .findFirst()
                .orElseGet(() -> numbered(m));
    }

    /**
     * One head's weights, read now.
     *
     * @param array its place in {@link #arrays()}
     * @param asking the tokens that ask, as many as there are queries
     * @param answering the tokens that answer, as many as there are keys
     * @throws Refusal if tokens and weights do not fit, a weight is no number or below 0, or the file cannot be read any
     *     more; the message names the place
     */
    public Weights weights(int array, int layer, int head, List<String> asking, List<String> answering) {
        Stored from = arrays.get(array);
        if (layer < 0 || layer >= side(from, 4) || head < 0 || head >= side(from, 3)) {
            throw new Refusal("There is no head " + new HeadId(layer, head).text() + " in " + called + ": it has "
                    + side(from, 4) + " × " + side(from, 3) + " of them, counted from 0.");
        }
        checkTokens(array, asking, answering);
        Matrix a = read(from, layer, head, asking.size(), answering.size());
        return new Weights(sentence(asking), sentence(answering), a, Origin.IMPORTED);
    }

    /**
     * All heads of an array; each is read when it is asked for, and what {@link #weights} refuses is refused then.
     *
     * @param name what captions call the file
     */
    public Heads heads(int array, List<String> asking, List<String> answering, String name) {
        Array of = arrays().get(array);
        return new Heads(
                of.layers(),
                of.heads(),
                (layer, head) -> weights(array, layer, head, asking, answering),
                String.join(" ", asking),
                "computed elsewhere: " + name,
                Optional.empty());
    }

    /** Refuses tokens of which there are not as many as the array has queries and keys. */
    public void checkTokens(int array, List<String> asking, List<String> answering) {
        int n = side(arrays.get(array), 2);
        int m = side(arrays.get(array), 1);
        if (asking.size() != n || answering.size() != m) {
            throw new Refusal(called + " holds weights of " + n + " queries and " + m + " keys, but there are "
                    + asking.size() + " and " + answering.size() + " tokens. Give one token for each row and column.");
        }
    }

    /** The rows of one head's weights that do not sum to 1 by more than the file's kind of number explains. */
    public Optional<Uneven> uneven(int array, Weights weights) {
        double tolerance = arrays.get(array).kind().tolerance();
        int count = 0;
        int worst = 0;
        double farthest = 1;
        for (int i = 0; i < weights.a().rows(); i++) {
            double sum = 0;
            for (int j = 0; j < weights.a().cols(); j++) {
                sum += weights.a().at(i, j);
            }
            count += Math.abs(sum - 1) > tolerance ? 1 : 0;
            if (Math.abs(sum - 1) > Math.abs(farthest - 1)) {
                worst = i;
                farthest = sum;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new Uneven(count, worst, farthest));
    }

    private Matrix read(Stored from, int layer, int head, int n, int m) {
        int size = from.kind().size();
        long place = ((long) layer * side(from, 3) + head) * n * m * size;
        ByteBuffer bytes = from.bytes().read(place, n * m * size);
        return Matrix.fill(n, m, (i, j) -> {
            double weight = from.kind().reader().number(bytes, (i * m + j) * size);
            if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
                throw new Refusal(called + " holds " + weight + " in row " + (i + 1) + ", column " + (j + 1) + " of "
                        + new HeadId(layer, head).text() + "; weights are numbers from 0 on. "
                        + "Save what comes out of the softmax, not the scores before it.");
            }
            return weight;
        });
    }

    /** The size of the dimension that is so many from the last, 1 where there is none. */
    private static int side(Stored array, int fromLast) {
        int at = array.shape().size() - fromLast;
        return at < 0 ? 1 : array.shape().get(at);
    }

    private static Sentence sentence(List<String> tokens) {
        return new Sentence(
                tokens.stream().map(t -> Token.of(t.isEmpty() ? "␣" : t)).toList(), 0);
    }
}
