package app.regard.transformer;

import app.regard.trace.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The place where models stand once they are read: read at their first use, kept for the next, put away to free their
 * memory. Besides the one that the program usually comes with, one other stands there at most, for they can be large.
 */
public final class ModelCache {
    private final Function<Progress, Transformer> load;
    private final Map<String, Transformer> models = new ConcurrentHashMap<>();

    public ModelCache() {
        this(MiniLm.MODEL::load);
    }

    /** @param load reads the model that comes with the program */
    public ModelCache(Function<Progress, Transformer> load) {
        this.load = load;
    }

    /** Whether this copy of the program holds its model. */
    public static boolean present() {
        return MiniLm.MODEL.present();
    }

    /** The model that comes with the program, if it is there; never waits. */
    public Optional<Transformer> ready() {
        return ready(MiniLm.NAME);
    }

    /** A model, if it is there; never waits. */
    public Optional<Transformer> ready(String model) {
        return Optional.ofNullable(models.get(model));
    }

    /** The model that comes with the program, as {@link #get(String, Progress)}. */
    public Transformer get(Progress progress) {
        return get(MiniLm.NAME, progress);
    }

    /**
     * A model, read now if it is not there yet; of several threads that ask, one reads and the others wait.
     *
     * @param model its name, or its folder
     * @throws app.regard.trace.Refusal if it is missing or damaged
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public synchronized Transformer get(String model, Progress progress) {
        Transformer kept = models.get(model);
        if (kept != null) {
            return kept;
        }
        Transformer read;
        if (model.equals(MiniLm.NAME)) {
            read = load.apply(progress);
        } else {
            models.keySet().removeIf(other -> !other.equals(MiniLm.NAME));
            read = KnownModels.model(model).map(known -> known.load(progress)).orElseGet(() -> ModelFolder.open(model)
                    .load(progress));
        }
        models.put(model, read);
        return read;
    }

    /** Puts a model away, so that it is read anew when it is next asked for. Never waits. */
    void forget(String model) {
        models.remove(model);
    }

    /** Puts all models away: their memory is free once nobody uses them any more. Never waits. */
    public void unload() {
        models.clear();
    }
}
