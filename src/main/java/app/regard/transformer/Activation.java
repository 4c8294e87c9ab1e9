package app.regard.transformer;

import app.regard.transformer.floats.Activations;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The function between the two maps of a layer, by the names that models give it. */
enum Activation {
    GELU(Activations::gelu, "gelu"),
    GELU_TANH(Activations::geluByTanh, "gelu_new", "gelu_pytorch_tanh"),
    RELU(Activations::relu, "relu"),
    SILU(Activations::silu, "silu", "swish");

    private static final Map<String, Activation> BY_NAME = Arrays.stream(values())
            .flatMap(a -> Arrays.stream(a.names).map(name -> Map.entry(name, a)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private interface Function {
        void on(float[] x, int from, int end);
    }

    @SuppressWarnings("ImmutableEnumChecker") // keeps nothing
    private final Function function;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out
    private final String[] names;

    Activation(Function function, String... names) {
        this.function = function;
        this.names = names;
    }

    /** The function that a model calls so. */
    static Optional<Activation> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Changes the numbers from one place to before another. */
    void on(float[] row, int from, int end) {
        function.on(row, from, end);
    }
}
