package app.regard.heads;

import app.regard.file.array.Stored;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The choice of the arrays of a file that may be attention. What by its name is something else is passed over as long as
 * there is anything better.
 *
 * @param stacks what may be shown, that of names that speak of attention first
 * @param given the queries, keys and values that some weights come from, where the file has them
 * @param unused the names and sizes of the other arrays
 */
record ArrayChoice(List<HeadStack> stacks, Optional<GivenHeads> given, List<String> unused) {
    /** What a trace has besides its weights, and what goes into a model: tables of numbers too, but not of attention. */
    static final Set<String> NO_WEIGHTS = Set.of(
            "X",
            "P",
            "H",
            "Q",
            "K",
            "V",
            "q",
            "k",
            "v",
            "scores",
            "scaled",
            "rowMax",
            "exponentials",
            "rowSums",
            "outputs",
            "W_Q",
            "W_K",
            "W_V",
            "b_Q",
            "b_K",
            "b_V",
            "keyX",
            "keyP",
            "keyH",
            "input_ids",
            "token_type_ids",
            "attention_mask");

    /** What a trace calls its weights, as Regard writes it. */
    private static final String WEIGHTS = "weights";

    /** How the numbers that a model learned are called, after a point. */
    private static final List<String> LEARNED =
            List.of("weight", "bias", "gamma", "beta", "kernel", "kernel:0", "bias:0", "running_mean", "running_var");

    /** What is in the names of attention. */
    private static final List<String> LIKE = List.of("attention", "attn", "weights", "pattern", "alignment", "probs");

    /** Names with one of these speak of weights, whatever else they say. */
    private static final List<String> SURELY = List.of("weights", "probs");

    /** What is in the names of what stands beside attention. */
    private static final List<String> UNLIKE = List.of(
            "hidden", "embed", "logit", "state", "past", "loss", "score", "mask", "bias", "output", "posit", "resid",
            "norm", "mlp", "_id");

    private static final int MOST_TOLD = 5;

    ArrayChoice {
        stacks = List.copyOf(stacks);
        unused = List.copyOf(unused);
    }

    /**
     * Chooses among a file's arrays.
     *
     * @param passed why others could not even be looked at
     * @throws Refusal if none may be attention; it says why not
     */
    static ArrayChoice of(String called, List<Stored> arrays, TokenNames names, List<Refusal> passed) {
        List<Stored> left = arrays.stream()
                .filter(a -> a.shape().size() >= 2
                        && !(TokenNames.known(a.name()) && a.kind().whole()))
                .toList();
        if (!left.isEmpty() && left.stream().allMatch(a -> model(a.name()))) {
            throw new Refusal(called + " holds the weights of a model, such as “"
                    + left.get(0).name()
                    + "”, not attention: run the model on a text and save what it attends to. A model’s folder is opened "
                    + "as a model.");
        }
        Optional<GivenHeads> given = GivenHeads.of(arrays);
        if (given.isPresent()) {
            List<String> taken = given.get().names();
            left = left.stream().filter(a -> !taken.contains(a.name())).toList();
        }
        boolean hooks = left.stream().anyMatch(a -> a.name().contains("hook_"));
        if (hooks) {
            left = left.stream()
                    .filter(a -> a.name().endsWith("hook_pattern") || a.name().endsWith("hook_attn"))
                    .toList();
        }
        boolean trace = left.stream().anyMatch(a -> a.name().equals(WEIGHTS));
        left = better(
                left,
                a -> !NO_WEIGHTS.contains(last(a.name()))
                        || (!trace && Character.isUpperCase(a.name().charAt(0))));
        left = better(left, a -> !model(a.name()));
        left = better(left, a -> holds(a.name(), SURELY) || !holds(a.name(), UNLIKE));
        left = better(left, a -> !a.kind().whole());
        List<HeadStack> all =
                LayerStacks.of(left, names.texts(), names.fields().stream().anyMatch(f -> f.name()
                        .startsWith("[")));
        Map<Boolean, List<HeadStack>> byName = all.stream()
                .filter(stack -> stack.fault(called).isEmpty())
                .collect(Collectors.partitioningBy(stack -> holds(stack.name(), LIKE)));
        List<HeadStack> stacks = new ArrayList<>(byName.getOrDefault(true, List.of()));
        stacks.addAll(byName.getOrDefault(false, List.of()));
        if (given.isPresent() && stacks.stream().noneMatch(given.get()::fits)) {
            stacks.clear();
            stacks.add(given.get().stack());
        } else if (stacks.isEmpty()) {
            throw all.isEmpty() && !passed.isEmpty()
                    ? passed.get(0)
                    : new Refusal(
                            all.isEmpty()
                                    ? nothing(called, arrays)
                                    : all.get(0).fault(called).orElseThrow());
        }
        Set<String> used = stacks.stream()
                .flatMap(stack -> stack.pieces().stream())
                .map(Stored::name)
                .collect(Collectors.toSet());
        given.ifPresent(heads -> used.addAll(heads.names()));
        if (used.size() == arrays.size()) {
            return new ArrayChoice(stacks, given, List.of());
        }
        return new ArrayChoice(
                stacks,
                given,
                arrays.stream()
                        .filter(a -> !used.contains(a.name()))
                        .filter(a -> !trace || !NO_WEIGHTS.contains(a.name()))
                        .map(a -> "“" + a.name() + "” (" + HeadStack.sizes(a) + ")")
                        .toList());
    }

    /** Those of a kind, or all where there is none of it. */
    private static List<Stored> better(List<Stored> all, Predicate<Stored> kind) {
        List<Stored> found = all.stream().filter(kind).toList();
        return found.isEmpty() ? all : found;
    }

    private static boolean holds(String name, List<String> words) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean model(String name) {
        int point = Math.max(name.lastIndexOf('.'), name.lastIndexOf('/'));
        return point >= 0 && LEARNED.contains(name.substring(point + 1));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String nothing(String called, List<Stored> arrays) {
        String holds = arrays.isEmpty()
                ? ""
                : " It holds "
                        + told(arrays.stream()
                                .map(a -> "“" + a.name() + "” (" + HeadStack.sizes(a) + ")")
                                .toList())
                        + ".";
        return called + " holds no attention: that has two to four dimensions, ([layers,] [heads,] queries, keys), or "
                + "five with a batch." + holds + " Models of transformers give it only with "
                + "attn_implementation=\"eager\" and output_attentions=True.";
    }

    /** The first few of a list, and how many there are besides. */
    static String told(List<String> all) {
        String first = all.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return all.size() > MOST_TOLD ? first + " and " + (all.size() - MOST_TOLD) + " more" : first;
    }
}
