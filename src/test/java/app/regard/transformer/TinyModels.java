package app.regard.transformer;

import app.regard.trace.Progress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The small random models that lie beside the tests, one of each family, as make_models.py saved them. */
public final class TinyModels {
    public static final List<String> NAMES = List.of("bert-tiny", "distilbert-tiny", "roberta-tiny", "gpt2-tiny");

    private TinyModels() {}

    /** The folder of one of them. */
    public static Path folder(String name) {
        try {
            URI config = Objects.requireNonNull(TinyModels.class.getResource("models/" + name + "/config.json"))
                    .toURI();
            return Path.of(config).resolveSibling("").normalize();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** One of them, read. */
    static Transformer read(String name) {
        return ModelFolder.open(folder(name).toString()).load(Progress.NONE);
    }
}
