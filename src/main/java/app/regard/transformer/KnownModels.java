package app.regard.transformer;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models that the program knows by name. */
public final class KnownModels {
    private static final Map<String, ModelShape> BY_SHORT_NAME = Map.of("minilm", MiniLm.SHAPE);

    private KnownModels() {}

    /** The model of a name, in full or in short; none where it is not known, so that it may be a folder. */
    public static Optional<ModelShape> shape(String name) {
        return BY_SHORT_NAME.entrySet().stream()
                .filter(e ->
                        e.getKey().equalsIgnoreCase(name) || e.getValue().name().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Their short names with their names: "minilm (all-MiniLM-L6-v2)". */
    public static String names() {
        return BY_SHORT_NAME.entrySet().stream()
                .map(e -> e.getKey() + " (" + e.getValue().name() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
