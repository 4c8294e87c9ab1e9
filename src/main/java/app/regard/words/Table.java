package app.regard.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A table of words with their hand-made vectors. */
final class Table {
    private final String label;
    private final List<String> dimensions;

    /** The lines of the file by folded word: their numbers are read when a sentence has the word. */
    private final Map<String, List<String>> lines = new HashMap<>();

    private Table(String label, Tsv tsv) {
        this.label = label;
        dimensions = tsv.header().subList(1, tsv.header().size());
        for (List<String> row : tsv.rows()) {
            lines.put(row.get(0), row);
        }
    }

    /** @param label what a reader calls it: "the simple table" */
    static Table read(String resource, String label) {
        return new Table(label, Tsv.read(resource));
    }

    String label() {
        return label;
    }

    /** A name for each of the d_model dimensions. */
    List<String> dimensions() {
        return dimensions;
    }

    /** All words, in no order. */
    Set<String> words() {
        return lines.keySet();
    }

    boolean holds(String word) {
        return lines.containsKey(Tokenizer.folded(word));
    }

    /** The vector of a word: from the table, or made up from its spelling, the same on every machine. */
    double[] vector(String word) {
        String key = Tokenizer.folded(word);
        List<String> known = lines.get(key);
        if (known == null) {
            return madeUp(key);
        }
        double[] vector = new double[dimensions.size()];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = Double.parseDouble(known.get(d + 1));
        }
        return vector;
    }

    /**
     * Steps of 0.05 around 0 with a standard deviation of about 0.3: about as long as the table's own vectors, but without
     * their plain 0s and 1s. {@link Random} and {@link String#hashCode} are specified to the bit.
     */
    private double[] madeUp(String key) {
        Random random = new Random(key.hashCode() * 0x9E3779B97F4A7C15L);
        double[] vector = new double[dimensions.size()];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = Math.rint(random.nextGaussian() * 0.3 * 20) / 20 + 0.0;
        }
        return vector;
    }
}
