package app.regard.cli.options;

import app.regard.transformer.ModelShape;
import picocli.CommandLine.Option;

/** The option for which trained model, where all of its heads or layers are looked at. */
public final class ModelChoice {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "minilm",
            description =
                    "Which trained model: minilm (all-MiniLM-L6-v2, used where none is named), bge-small-en or bge-small-zh in "
                            + "a copy built with them, or a model’s folder.")
    private String model;

    /**
     * The model that was asked for.
     *
     * @throws app.regard.trace.Refusal if there is no such model
     */
    public ModelShape shape() {
        return Models.shape(model);
    }
}
