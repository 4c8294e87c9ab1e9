package app.regard.cli.options;

import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.transformer.ModelShape;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for which head of which trained model; whether its weights can be read is found out only when they are. */
final class ModelOptions {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "A head of a trained model, with --layer and --head: minilm (all-MiniLM-L6-v2, layers 0 to 5 of "
                            + "heads 0 to 11), bge-small-en and bge-small-zh in a copy built with them, or a model’s "
                            + "folder as save_pretrained writes it (BERT, DistilBERT, RoBERTa, GPT-2).")
    private @Nullable String model;

    @Option(names = "--layer", paramLabel = "N", description = "The layer of the trained model or file, from 0.")
    private @Nullable Integer layer;

    boolean asked() {
        return model != null;
    }

    OptionalInt layer() {
        return layer == null ? OptionalInt.empty() : OptionalInt.of(layer);
    }

    /**
     * The model that was asked for.
     *
     * @throws Refusal if there is no such model
     */
    Optional<ModelShape> shape() {
        return Optional.ofNullable(model).map(Models::shape);
    }

    /** Takes the first layer where none is given, for what runs over all of them. */
    void anyLayer() {
        layer = layer == null ? Integer.valueOf(0) : layer;
    }

    /** @throws Refusal if layer or head is missing, or there is none of that number */
    Source source(@Nullable String head) {
        ModelShape shape = shape().orElseThrow();
        String both = "--model " + model + " needs --layer 0 to " + (shape.layers() - 1) + " and --head 0 to "
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
        return new Source.Trained(shape.id(), layer, number.getAsInt(), shape.fingerprint());
    }

    /** A head's number, if it is one. */
    static OptionalInt number(String head) {
        return head.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(head)) : OptionalInt.empty();
    }
}
