package app.regard.trace;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed once, when it is first asked for: for what follows from the rest of a trace, takes its time and is
 * seldom looked at. Whoever holds one compares what it follows from, so any two are equal.
 */
public final class Lazy<T> {
    private final Supplier<T> how;
    private final AtomicReference<@Nullable T> kept = new AtomicReference<>();

    /** @param how computes the value; always the same one */
    public Lazy(Supplier<T> how) {
        this.how = how;
    }

    public T get() {
        T known = kept.get();
        if (known != null) {
            return known;
        }
        T computed = how.get();
        kept.set(computed);
        return computed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lazy;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return kept.get() == null ? "not computed yet" : String.valueOf(kept.get());
    }
}
