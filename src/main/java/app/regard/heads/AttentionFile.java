package app.regard.heads;

import app.regard.file.array.Stored;
import app.regard.text.Printable;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Attention that another program computed, in a .npy, .npz, .safetensors, .json or .csv file: queries × keys, heads ×
 * queries × keys, layers × heads × queries × keys, with a batch anywhere before, or an array a layer. Opening reads the headers only, and a head is read when it is asked
 * for; a file of text is read whole.
 */
public final class AttentionFile {
    /** So much less than rounding leaves of a sum is rounding of a single 0. */
    private static final double ROUNDED = 1e-3;

    /** Of files with more arrays not every use of a name is looked for. */
    private static final int MOST_LOOKED_AT = 1000;

    private final String called;
    private final List<HeadStack> stacks;
    private final Optional<GivenHeads> given;
    private final TokenNames names;
    private final List<String> unused;
    private final Optional<TokenNames.Both> chosen;

    private AttentionFile(
            String called,
            List<HeadStack> stacks,
            Optional<GivenHeads> given,
            TokenNames names,
            List<String> unused,
            Optional<TokenNames.Both> chosen) {
        this.called = called;
        this.stacks = stacks;
        this.given = given;
        this.names = names;
        this.unused = unused;
        this.chosen = chosen;
    }

    /** A file of nothing but arrays and tokens. */
    static AttentionFile of(String called, List<Stored> arrays, TokenNames names) {
        return of(called, arrays, names, List.of(), List.of());
    }

    /**
     * A file with all that was found in it.
     *
     * @param others what else there is, with what it is
     * @param passed why arrays could not be looked at
     */
    static AttentionFile of(
            String called, List<Stored> arrays, TokenNames names, List<String> others, List<Refusal> passed) {
        ArrayChoice choice = ArrayChoice.of(called, arrays, names, passed);
        names.fields().forEach(f -> f.lists().forEach(tokens -> TokenFile.check(tokens, called)));
        List<String> unused = new ArrayList<>(choice.unused());
        unused.addAll(others);
        return new AttentionFile(called, choice.stacks(), choice.given(), names, List.copyOf(unused), Optional.empty());
    }

    /**
     * An array that may be attention; sizes that the file does not have count as 1.
     *
     * @param name what the file calls it; empty where it is the only one
     */
    public record Array(String name, int layers, int heads, int queries, int keys) {}

    /**
     * Opens a file by its ending.
     *
     * @throws Refusal if it is missing, damaged or holds no attention; nothing large is allocated for what it claims
     */
    public static AttentionFile open(Path file) {
        return ArrayFiles.open(file);
    }

    /** Returns this file with other tokens that ask and answer. */
    public AttentionFile with(List<String> asking, List<String> answering) {
        TokenNames.Both both = new TokenNames.Both(
                new TokenNames.Named(asking, "given", ""), new TokenNames.Named(answering, "given", ""));
        return new AttentionFile(called, stacks, given, names, unused, Optional.of(both));
    }

    /** The same file with rows and columns of all arrays exchanged: for files whose columns ask. */
    public AttentionFile transposed() {
        return new AttentionFile(
                called,
                stacks.stream().map(HeadStack::transposed).toList(),
                Optional.empty(),
                names.turned(),
                unused,
                chosen);
    }

    /** The arrays to choose from, those first whose names speak of attention; one at least. */
    public List<Array> arrays() {
        return stacks.stream()
                .map(s -> new Array(s.title(), s.layers(), s.heads(), s.queries(), s.keys()))
                .toList();
    }

    /** Tokens that are only counted, from 1: for files that bring none. */
    public static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    private TokenNames.Both both(int array) {
        HeadStack stack = stacks.get(array);
        Optional<TokenNames.Both> fits = chosen.filter(b -> b.asking().tokens().size() == stack.queries()
                && b.answering().tokens().size() == stack.keys());
        return fits.orElseGet(() -> names.of(stack, stacks.stream().anyMatch(s -> TokenNames.ofTwo(s.name()))));
    }

    /** The tokens that ask: the file's own for this array where they fit, else numbers. */
    public List<String> asking(int array) {
        return both(array).asking().tokens();
    }

    /** The tokens that answer, likewise; where the file says nothing of them, those that ask if there are as many. */
    public List<String> answering(int array) {
        return both(array).answering().tokens();
    }

    /** Whether it is a table of text that has words in its first row. */
    public boolean headed() {
        return names.holds(TokenNames.FIRST_ROW);
    }

    /** Whether it is a table of text that has words in its first column. */
    public boolean labelled() {
        return names.holds(TokenNames.FIRST_COLUMN);
    }

    /**
     * What of the file was taken for what: the axes of an array, where the names of its tokens come from, and what was not
     * used. A few words each, with semicolons between.
     */
    public String said(int array) {
        String beside = computed(array)
                ? "weights computed of its queries and keys"
                : given.isPresent() ? "queries, keys and values beside them" : "";
        List<String> left = new ArrayList<>(unused);
        left.addAll(unusedNames());
        return Findings.text(stacks.get(array), beside, both(array), left);
    }

    /** The lists of tokens that name nothing; those that do not fit are told where they would. */
    private List<String> unusedNames() {
        String used = IntStream.range(0, Math.min(MOST_LOOKED_AT, stacks.size()))
                .mapToObj(this::both)
                .flatMap(b -> Stream.of(b.asking(), b.answering()))
                .map(named -> "“" + named.from() + "” " + named.problem())
                .distinct()
                .collect(Collectors.joining());
        return names.fields().stream()
                .map(field -> "“" + field.name() + "”")
                .filter(name -> chosen.isEmpty() && !used.contains(name))
                .map(name -> name + " (texts)")
                .toList();
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
        return weights(array, layer, head, asking, answering, Mask.NONE);
    }

    private Weights weights(int array, int layer, int head, List<String> asking, List<String> answering, Mask mask) {
        stacks.get(array).check(layer, head, called);
        checkTokens(array, asking, answering);
        if (computed(array)) {
            Sentence from = TokenMarks.sentence(asking);
            return given.orElseThrow().weights(layer, head, mask, from, self(asking, answering, from));
        }
        Matrix a = read(stacks.get(array), layer, head);
        return new Weights(TokenMarks.sentence(asking), TokenMarks.sentence(answering), a, Origin.IMPORTED);
    }

    /**
     * All heads of an array; each is read when it is asked for, and what {@link #weights} refuses is refused then.
     *
     * @param name what captions call the file
     * @param mask what hides keys where weights are computed of queries and keys
     */
    public Heads heads(int array, List<String> asking, List<String> answering, String name, Mask mask) {
        Array of = arrays().get(array);
        return new Heads(
                of.layers(),
                of.heads(),
                (layer, head) -> weights(array, layer, head, asking, answering, mask),
                TokenMarks.sentence(asking).shown().stream()
                        .map(Printable::word)
                        .collect(Collectors.joining(" ")),
                "computed elsewhere: " + name,
                Optional.empty());
    }

    /** Whether the weights of an array are not in the file, but computed of queries and keys that are. */
    public boolean computed(int array) {
        return given.filter(all -> stacks.get(array).equals(all.stack())).isPresent();
    }

    /** The queries, keys and values of a head, where the file has them. */
    public Optional<GivenHead> given(int array, int layer, int head) {
        return given.filter(all -> computed(array) || all.fits(stacks.get(array)))
                .map(all -> all.read(layer, head));
    }

    private static Sentence self(List<String> asking, List<String> answering, Sentence from) {
        return answering.equals(asking) ? from : TokenMarks.sentence(answering);
    }

    /** Refuses tokens of which there are not as many as the array has queries and keys. */
    public void checkTokens(int array, List<String> asking, List<String> answering) {
        int n = stacks.get(array).queries();
        int m = stacks.get(array).keys();
        if (asking.size() != n || answering.size() != m) {
            throw new Refusal(called + " holds weights of " + n + " queries and " + m + " keys, but there are "
                    + asking.size() + " and " + answering.size() + " tokens. Give one token for each row and column.");
        }
    }

    /** The rows of one head's weights that do not sum to 1 by more than the file's kind of number explains. */
    public Optional<UnevenRows> uneven(int array, Weights weights) {
        return UnevenRows.of(weights.a(), stacks.get(array).tolerance());
    }

    /**
     * What is to be known before an array's weights are believed, in sentences; empty where all is as it should be.
     *
     * @param shown one head's weights, or what several heads' became
     */
    public String caution(int array, Weights shown, Reading reading) {
        HeadStack stack = stacks.get(array);
        String sums = UnevenRows.caution(shown, stack.tolerance(), reading);
        boolean last = !sums.isEmpty() && stack.heads() == stack.queries() && stack.queries() != stack.keys();
        return last ? sums + " Or its heads stand last: then save numpy.moveaxis(a, -1, -3)." : sums;
    }

    private Matrix read(HeadStack from, int layer, int head) {
        double rounded = -from.tolerance() * ROUNDED;
        Matrix a = from.slice(layer, head).read(weight -> weight < 0 && weight > rounded ? 0 : weight);
        for (int i = 0; i < a.rows(); i++) {
            int row = i;
            boolean masked = IntStream.range(0, a.cols()).allMatch(j -> Double.isNaN(a.at(row, j)));
            for (int j = 0; j < a.cols() && !masked; j++) {
                double weight = a.at(i, j);
                if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
                    throw new Refusal(
                            called + " holds " + weight + " in row " + (i + 1) + ", column " + (j + 1) + " of "
                                    + new HeadId(layer, head).text() + "; weights are numbers from 0 on. "
                                    + "Save what comes out of the softmax, not the scores before it.");
                }
            }
        }
        return a;
    }
}
