package app.regard.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Words with their hand-made vectors.
 *
 * @param label what a reader calls it: "the simple table"
 * @param dimensions a name for each of the d_model dimensions
 * @param vectors by folded word
 */
record Table(String label, List<String> dimensions, Map<String, List<Double>> vectors) {
    static Table read(String resource, String label) {
        Tsv tsv = Tsv.read(resource);
        Map<String, List<Double>> vectors = new LinkedHashMap<>();
        for (List<String> row : tsv.rows()) {
            vectors.put(row.get(0), row.stream().skip(1).map(Double::valueOf).toList());
        }
        return new Table(label, tsv.header().subList(1, tsv.header().size()), vectors);
    }

    boolean holds(String word) {
        return vectors.containsKey(Tokenizer.folded(word));
    }

    /** The vector of a word: from the table, or made up from its spelling, the same on every machine. */
    List<Double> vector(String word) {
        String key = Tokenizer.folded(word);
        List<Double> known = vectors.get(key);
        return known != null ? known : madeUp(key);
    }

    /**
     * Steps of 0.05 around 0 with a standard deviation of about 0.3: about as long as the table's own vectors, but without
     * their plain 0s and 1s. {@link Random} and {@link String#hashCode} are specified to the bit.
     */
    private List<Double> madeUp(String key) {
        Random random = new Random(key.hashCode() * 0x9E3779B97F4A7C15L);
        return dimensions.stream()
                .map(d -> Math.rint(random.nextGaussian() * 0.3 * 20) / 20 + 0.0)
                .toList();
    }
}
