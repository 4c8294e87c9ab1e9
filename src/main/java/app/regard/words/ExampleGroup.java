package app.regard.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The examples that teach one thing.
 *
 * @param title what they teach, in a few words
 */
public record ExampleGroup(String title, List<Entry> entries) {
    /**
     * An example in its group.
     *
     * @param title what to look for in it; what comes out is not told
     */
    public record Entry(String title, Example example) {}

    public ExampleGroup {
        entries = List.copyOf(entries);
    }

    /** All groups in the order of their file, without examples of a model that is not there. */
    static List<ExampleGroup> read(Function<String, Optional<Example>> named) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        for (List<String> row : Tsv.read("groups.tsv").rows()) {
            named.apply(row.get(1)).ifPresent(example -> groups.computeIfAbsent(row.get(0), title -> new ArrayList<>())
                    .add(new Entry(row.get(2), example)));
        }
        return groups.entrySet().stream()
                .map(group -> new ExampleGroup(group.getKey(), group.getValue()))
                .toList();
    }
}
