package app.regard.cli.options;

import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.transformer.ModelShape;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for which head of the trained model; that the model is there is found out only when it is read. */
final class ModelOptions {
    private static final String SHORT = "minilm";

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "minilm: a head of the trained model all-MiniLM-L6-v2, with --layer 0 to 5 and --head 0 to 11.")
    private @Nullable String model;

    @Option(names = "--layer", paramLabel = "N", description = "The layer of the trained model or file, from 0.")
    private @Nullable Integer layer;

    boolean asked() {
        return model != null;
    }

    OptionalInt layer() {
        return layer == null ? OptionalInt.empty() : OptionalInt.of(layer);
    }

    /** @throws Refusal if it is not the model that there is */
    void known() {
        ModelShape shape = Models.shape();
        if (model != null && !model.equalsIgnoreCase(SHORT) && !model.equalsIgnoreCase(shape.name())) {
            throw new Refusal("There is no model “" + model + "”. The one there is: " + SHORT + " (" + shape.name()
                    + "). Weights of other models come in with --attention FILE.");
        }
    }

    /** @throws Refusal if layer or head is missing, or there is none of that number */
    Source source(@Nullable String head) {
        known();
        ModelShape shape = Models.shape();
        String both = "--model " + SHORT + " needs --layer 0 to " + (shape.layers() - 1) + " and --head 0 to "
                + (shape.heads() - 1);
        if (layer == null || head == null) {
            throw new Refusal(both + ". “heads” lists what each of them does.");
        }
        OptionalInt number = number(head);
        if (number.isEmpty()) {
            throw new Refusal(both + "; “" + head + "” is no number.");
        }
        if (layer < 0 || layer >= shape.layers() || number.getAsInt() >= shape.heads()) {
            throw new Refusal(both + ", not " + layer + " and " + number.getAsInt() + ".");
        }
        return new Source.Trained(shape.name(), layer, number.getAsInt());
    }

    /** A head's number, if it is one. */
    static OptionalInt number(String head) {
        return head.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(head)) : OptionalInt.empty();
    }
}
