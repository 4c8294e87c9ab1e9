package app.regard.heads;

import app.regard.engine.Attention;
import app.regard.file.array.Stored;
import app.regard.trace.Mask;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/**
 * The queries, keys and values of heads in a file: arrays q, k and v of ([layers,] [heads,] positions, d_head), or a cache
 * of activations under the names of TransformerLens, [1, position, head, d_head] a layer. There may be fewer heads of keys
 * and values than of queries, of which each then serves several.
 *
 * @param q the queries
 * @param k the keys
 * @param v the values
 * @param z the outputs, where the file has them
 * @param input what each layer reads, where the file has it; the same for all heads
 */
record GivenHeads(HeadStack q, HeadStack k, HeadStack v, Optional<HeadStack> z, Optional<HeadStack> input) {
    /** What an array of a cache is, rotated queries and keys before plain ones. */
    private enum Role {
        /** Queries. */
        Q,
        /** Keys. */
        K,
        /** Values. */
        V,
        /** Outputs of heads. */
        Z,
        /** What a layer reads. */
        INPUT;

        /** What such arrays are called, the best first. */
        List<String> names() {
            return switch (this) {
                case Q -> List.of("hook_rot_q", "hook_q", "q", "query", "queries");
                case K -> List.of("hook_rot_k", "hook_k", "k", "key", "keys");
                case V -> List.of("hook_v", "v", "value", "values");
                case Z -> List.of("hook_z", "z");
                case INPUT -> List.of("hook_resid_pre", "resid_pre");
            };
        }
    }

    private static final Pattern WORDS = Pattern.compile("[^a-z]+");

    private static final List<String> LEARNED = List.of("w", "b", "weight", "bias", "proj");

    /** Those of a file's arrays, if there are queries, keys and values that fit each other. */
    static Optional<GivenHeads> of(List<Stored> arrays) {
        if (arrays.size() > HeadStack.MOST_HEADS
                || arrays.stream().anyMatch(a -> a.name().equals("W_Q"))) {
            return Optional.empty(); // a trace that Regard wrote: its weights were computed from these already
        }
        Map<Role, HeadStack> found = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            for (String name : role.names()) {
                List<Stored> named = arrays.stream()
                        .filter(a -> a.shape().size() >= 2 && is(a.name(), name))
                        .toList();
                List<HeadStack> stacks = LayerStacks.of(named, 1, false);
                if (stacks.size() == 1 && !found.containsKey(role)) {
                    boolean positionsFirst = name.startsWith("hook_") && role != Role.INPUT;
                    found.put(role, positionsFirst ? headsBehind(stacks.get(0)) : stacks.get(0));
                }
            }
        }
        HeadStack q = found.get(Role.Q);
        HeadStack k = found.get(Role.K);
        HeadStack v = found.get(Role.V);
        if (q == null || k == null || v == null) {
            return Optional.empty();
        }
        boolean fit = k.layers() == q.layers()
                && v.layers() == q.layers()
                && k.heads() == v.heads()
                && k.heads() > 0
                && q.heads() % k.heads() == 0
                && k.queries() == v.queries()
                && k.keys() == q.keys()
                && q.queries() > 0
                && k.queries() > 0
                && q.keys() > 0;
        Optional<HeadStack> z = Optional.ofNullable(found.get(Role.Z))
                .filter(s -> s.layers() == q.layers()
                        && s.heads() == q.heads()
                        && s.queries() == q.queries()
                        && s.keys() == v.keys());
        Optional<HeadStack> input = Optional.ofNullable(found.get(Role.INPUT))
                .filter(s -> s.layers() == q.layers() && s.queries() == q.queries());
        return fit ? Optional.of(new GivenHeads(q, k, v, z, input)) : Optional.empty();
    }

    private static boolean is(String name, String wanted) {
        if (wanted.startsWith("hook_")) {
            return name.endsWith(wanted);
        }
        List<String> words = List.of(WORDS.split(name.toLowerCase(Locale.ROOT), -1));
        return words.stream().noneMatch(LEARNED::contains)
                && (words.contains(wanted) || (wanted.contains("_") && name.endsWith(wanted)));
    }

    /** Positions before heads: [position, head, d_head]. */
    private static HeadStack headsBehind(HeadStack stack) {
        Axes a = stack.axes();
        Axes turned = new Axes(a.layer(), /* head= */ a.query(), /* query= */ a.head(), a.key(), a.text(), a.dropped());
        return HeadStack.of(stack.name(), stack.text(), stack.layers(), stack.queries(), stack.pieces(), turned);
    }

    int layers() {
        return q.layers();
    }

    int heads() {
        return q.heads();
    }

    /** The heads that the weights of a file belong to: a stack of no numbers of its own, for they are computed. */
    HeadStack stack() {
        String name = q.name() + ", " + k.name() + ", " + v.name();
        return new HeadStack(
                name,
                0,
                layers(),
                heads(),
                q.queries(),
                k.queries(),
                List.of(q.pieces().get(0)),
                q.axes());
    }

    /** Whether weights of a shape are those of these heads. */
    boolean fits(HeadStack weights) {
        return weights.layers() == layers()
                && weights.heads() == heads()
                && weights.queries() == q.queries()
                && weights.keys() == k.queries()
                && weights.texts() == 1;
    }

    /** The names of all arrays that are used. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (HeadStack stack : List.of(q, k, v)) {
            stack.pieces().forEach(piece -> names.add(piece.name()));
        }
        z.ifPresent(stack -> stack.pieces().forEach(piece -> names.add(piece.name())));
        input.ifPresent(stack -> stack.pieces().forEach(piece -> names.add(piece.name())));
        return names;
    }

    /** The numbers of one head. */
    GivenHead read(int layer, int head) {
        int shared = head / (heads() / k.heads());
        DoubleUnaryOperator same = number -> number;
        return new GivenHead(
                q.slice(layer, head).read(same),
                k.slice(layer, shared).read(same),
                v.slice(layer, shared).read(same),
                z.map(stack -> stack.slice(layer, head).read(same)),
                input.map(stack -> stack.slice(layer, 0).read(same)),
                input.map(stack -> stack.pieces()
                                .get(stack.pieces().size() == 1 ? 0 : layer)
                                .name())
                        .orElse(""));
    }

    /** The weights of one head, computed. */
    Weights weights(int layer, int head, Mask mask, Sentence from, Sentence to) {
        GivenHead of = read(layer, head);
        double divisor = Math.sqrt(of.q().cols()); // √d_k
        return Attention.attend(of.q(), of.k(), of.v(), mask, divisor, from, to).weights();
    }
}
