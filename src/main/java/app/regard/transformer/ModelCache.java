package app.regard.transformer;

import app.regard.trace.Progress;
import java.util.Optional;
import java.util.function.Function;

/** The place where the model stands once it is read: read at its first use, kept for the next, put away to free its memory. */
public final class ModelCache {
    private final Function<Progress, MiniLm> load;
    private volatile Optional<MiniLm> model = Optional.empty();

    public ModelCache() {
        this(MiniLm::load);
    }

    /** @param load reads the model */
    public ModelCache(Function<Progress, MiniLm> load) {
        this.load = load;
    }

    /** Whether this copy of the program holds the model. */
    public static boolean present() {
        return MiniLm.present();
    }

    /** The model, if it is there; never waits. */
    public Optional<MiniLm> ready() {
        return model;
    }

    /**
     * The model, read now if it is not there yet; of several threads that ask, one reads and the others wait.
     *
     * @throws app.regard.trace.Refusal if it is missing or damaged
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public synchronized MiniLm get(Progress progress) {
        MiniLm found = model.orElseGet(() -> load.apply(progress));
        model = Optional.of(found);
        return found;
    }

    /** Puts the model away: its memory is free once nobody uses it any more. Never waits. */
    public void unload() {
        model = Optional.empty();
    }
}
