package app.regard.words;

import app.regard.engine.Algebra;
import app.regard.trace.Head;
import app.regard.trace.Matrix;
import app.regard.trace.Projection;
import app.regard.trace.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** The maker of heads: from rules, from listed entries, or drawn from a seed. */
final class HandmadeHeads {
    private HandmadeHeads() {}

    /** The id, for lessons and commands, of the head that is called a plain dot product. */
    static final String SIMILARITY = "similarity";

    private static final String PLAIN = "plain dot product";

    /** The standard deviation of a random projection's entries: 0.25 would leave the weights nearly flat. */
    private static final double SPREAD = 0.75;

    /** How many columns a random projection has. */
    private static final int RANDOM_COLUMNS = 8;

    /** More rules than this are no longer a reading. */
    private static final int MOST_RULES = 12;

    /** The rules of every hand-made head of the simple table, in the file's order. */
    static Map<String, List<Rule>> rules() {
        Map<String, List<Rule>> heads = new LinkedHashMap<>();
        for (List<String> row : Tsv.read("heads.tsv").rows()) {
            heads.computeIfAbsent(row.get(0), name -> new ArrayList<>())
                    .add(new Rule(row.get(1), row.get(2), Double.parseDouble(row.get(3))));
        }
        return heads;
    }

    /** W_Q = W_K = W_V = I: the score is the dot product of the two vectors. */
    static Head similarity(List<String> dimensions) {
        Projection same = Projection.identity(dimensions);
        return new Head(
                PLAIN, "the identity: a vector is its own query and key", dimensions, same, same, same, List.of());
    }

    /**
     * Rule k is column k of W_Q (its strength in the row of the kind that asks) and of W_K (1 in the row of the kind
     * that is wanted). All of W_Q times 2√d_k, so that the exponent is twice the sum of the rules that fire.
     */
    static Head ofRules(String name, List<Rule> rules, List<String> dimensions) {
        double scale = 2 * Math.sqrt(rules.size());
        int d = dimensions.size();
        Matrix wq = Matrix.fill(
                d,
                rules.size(),
                (i, c) -> rules.get(c).asks().equals(dimensions.get(i))
                        ? rules.get(c).strength() * scale
                        : 0);
        Matrix wk = Matrix.fill(d, rules.size(), (i, c) -> rules.get(c).wanted().equals(dimensions.get(i)) ? 1 : 0);
        List<String> columns = new ArrayList<>();
        List<String> aloud = new ArrayList<>();
        for (Rule rule : rules) {
            columns.add(rule.wanted());
            aloud.add(sentence(rule.asks(), rule.wanted(), rule.strength()));
        }
        return new Head(
                name,
                "hand-made: rules for asking and offering, the identity for what is carried",
                dimensions,
                Projection.of(wq, columns),
                Projection.of(wk, columns),
                Projection.identity(dimensions),
                aloud);
    }

    /** W_Q, W_K and W_V with entries drawn from N(0, 0.75²); {@link Random} is specified to the bit. */
    static Head random(long seed, List<String> dimensions) {
        Random random = new Random(seed);
        return new Head(
                "random, seed " + seed,
                "drawn from N(0, 0.75²) with seed " + seed,
                dimensions,
                drawn(random, dimensions.size(), "q"),
                drawn(random, dimensions.size(), "k"),
                drawn(random, dimensions.size(), "v"),
                List.of());
    }

    private static Projection drawn(Random random, int rows, String letter) {
        Matrix w = Matrix.fill(rows, RANDOM_COLUMNS, (i, j) -> SPREAD * random.nextGaussian());
        return Projection.of(
                w,
                IntStream.rangeClosed(1, RANDOM_COLUMNS)
                        .mapToObj(c -> letter + c)
                        .toList());
    }

    /** An example's own head: the entries that are not 0, by the names of their rows and columns. */
    static Head own(String id, List<String> dimensions) {
        List<List<String>> entries = Tsv.read("heads/" + id + ".tsv").rows();
        Set<String> asked = identity(entries, "W_K")
                ? new LinkedHashSet<>(dimensions)
                : columns(entries, "W_K"); // queries and keys share their columns
        asked.addAll(columns(entries, "W_Q"));
        Projection q = projection(entries, "W_Q", List.copyOf(asked), dimensions);
        Projection k = projection(entries, "W_K", List.copyOf(asked), dimensions);
        Projection v = projection(entries, "W_V", List.copyOf(columns(entries, "W_V")), dimensions);
        boolean plain = q.w().equals(Matrix.identity(dimensions.size()));
        return new Head(
                plain ? PLAIN : "hand-made",
                plain ? "the identity" : "hand-made entries of this example",
                dimensions,
                q,
                k,
                v,
                plain ? List.of() : reading(q, k, dimensions));
    }

    private static boolean identity(List<List<String>> entries, String matrix) {
        return entries.stream()
                .anyMatch(e -> e.get(0).equals(matrix) && e.get(1).equals("identity"));
    }

    private static Set<String> columns(List<List<String>> entries, String matrix) {
        Set<String> names = new LinkedHashSet<>();
        entries.stream()
                .filter(e -> e.get(0).equals(matrix) && e.size() == 4)
                .map(e -> e.get(2))
                .sorted()
                .forEach(names::add);
        return names;
    }

    private static Projection projection(
            List<List<String>> entries, String matrix, List<String> columns, List<String> dimensions) {
        List<List<String>> mine =
                entries.stream().filter(e -> e.get(0).equals(matrix)).toList();
        if (identity(entries, matrix)) {
            return Projection.identity(dimensions);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        mine.forEach(e -> values.put(e.get(1) + "\t" + e.get(2), Double.valueOf(e.get(3))));
        Matrix w = Matrix.fill(
                dimensions.size(),
                columns.size(),
                (i, c) -> values.getOrDefault(dimensions.get(i) + "\t" + columns.get(c), 0.0));
        return Projection.of(w, columns);
    }

    /** W_Q·W_Kᵀ says which kind of word asks for which: read aloud while it has few entries. */
    private static List<String> reading(Projection q, Projection k, List<String> dimensions) {
        Matrix asks = Algebra.timesTransposed(q.w(), k.w());
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < asks.rows(); i++) {
            for (int j = 0; j < asks.cols(); j++) {
                if (asks.at(i, j) != 0) {
                    rules.add(sentence(dimensions.get(i), dimensions.get(j), asks.at(i, j)));
                }
            }
        }
        return rules.size() <= MOST_RULES ? rules : List.of();
    }

    private static String sentence(String asks, String wanted, double strength) {
        String size =
                BigDecimal.valueOf(Math.abs(strength)).stripTrailingZeros().toPlainString();
        return asks + " asks " + wanted + " " + (strength < 0 ? "−" : "+") + size;
    }
}
