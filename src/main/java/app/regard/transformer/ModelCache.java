package app.regard.transformer;

import app.regard.trace.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The place where models stand once they are read: read at their first use, kept for the next, put away to free their
 * memory. Besides the one that the program usually comes with, one other stands there at most, for they can be large.
 */
public final class ModelCache {
    private final Function<Progress, Transformer> load;
    private final Map<String, Transformer> models = new ConcurrentHashMap<>();

    /** The reading that is under way, if one is. */
    private @Nullable Reading reading;

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
     * A model, read now if it is not there yet. One is read at a time, on a thread of its own: whoever is interrupted stops
     * waiting, and the reading goes on as long as anybody waits.
     *
     * @param model its name, or its folder
     * @param progress is told how far the reading is that this begins, and may end it
     * @throws app.regard.trace.Refusal if it is missing or damaged
     * @throws CancellationException if the progress ends it, or the thread is interrupted
     */
    public Transformer get(String model, Progress progress) {
        while (true) {
            Reading waited;
            boolean begun;
            synchronized (this) {
                Transformer kept = models.get(model);
                if (kept != null) {
                    return kept;
                }
                begun = reading == null;
                waited = reading == null ? new Reading(model, progress) : reading;
                if (waited.model.equals(model)) { // who waits for another model only waits for the end of this
                    waited.waiting++;
                }
                if (begun) {
                    reading = waited;
                    waited.result.completeAsync(() -> read(model, waited));
                }
            }
            try {
                Transformer read = waited.result.get();
                if (waited.model.equals(model)) {
                    return read;
                }
            } catch (InterruptedException e) {
                throw new CancellationException("the model is not waited for any more");
            } catch (ExecutionException e) {
                // the end of another's reading is no reason not to begin this one
                boolean ended = e.getCause() instanceof CancellationException;
                if (begun || (waited.model.equals(model) && !ended)) {
                    throw thrown(e);
                }
            } finally {
                leave(waited, model);
            }
        }
    }

    private Transformer read(String model, Progress progress) {
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

    private synchronized void leave(Reading waited, String model) {
        if (waited.model.equals(model)) {
            waited.waiting--;
        }
        boolean over = waited.result.isDone();
        waited.abandoned = !over && waited.waiting == 0;
        if (waited == reading && (over || waited.abandoned)) {
            reading = null;
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
    }

    /** Puts a model away, so that it is read anew when it is next asked for. Never waits. */
    void forget(String model) {
        models.remove(model);
    }

    /** Puts all models away: their memory is free once nobody uses them any more. Never waits. */
    public void unload() {
        models.clear();
    }

    /** The reading of one model, for all who wait for it: it ends on its way where nobody does any more. */
    private static final class Reading implements Progress {
        private final String model;
        private final Progress progress;
        private final CompletableFuture<Transformer> result = new CompletableFuture<>();
        private int waiting;
        private volatile boolean abandoned;

        Reading(String model, Progress progress) {
            this.model = model;
            this.progress = progress;
        }

        @Override
        public void at(double share) {
            check();
            progress.at(share);
        }

        @Override
        public void check() {
            if (abandoned) {
                throw new CancellationException("nobody waits for the model any more");
            }
            progress.check();
        }
    }
}
