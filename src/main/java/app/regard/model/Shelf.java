package app.regard.model;

import java.util.Optional;

/** Where the model stands once it is read: read at its first use, kept for the next, put away to free its memory. */
public final class Shelf {
    private volatile Optional<MiniLm> model = Optional.empty();

    /** The model, if it is there; never waits. */
    public Optional<MiniLm> ready() {
        return model;
    }

    /**
     * The model, read now if it is not there yet; of several threads that ask, one reads and the others wait.
     *
     * @throws app.regard.trace.Refusal if it is missing or damaged
     * @throws java.util.concurrent.CancellationException if the watch calls it off
     */
    public synchronized MiniLm get(Watch watch) {
        MiniLm found = model.orElseGet(() -> MiniLm.load(watch));
        model = Optional.of(found);
        return found;
    }

    /** Puts the model away: its memory is free once nobody uses it any more. Never waits. */
    public void unload() {
        model = Optional.empty();
    }
}
